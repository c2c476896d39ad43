/** What `--help` prints. */
export const USAGE = `Usage:
  libvirt-xml lint [OPTION]... FILE|FOLDER...
  libvirt-xml lint [OPTION]... -
  libvirt-xml explain [MESSAGE]
  libvirt-xml lsp --stdio
  libvirt-xml --help | --version

lint checks libvirt XML: whole domains and networks, and single devices as
virsh attach-device takes them. A - reads standard input. XML that is none of
libvirt's is left alone. Of a folder all .xml files are checked, but those in
hidden folders and in node_modules; symbolic links are not followed. Several
files are checked against each other as well: names that none of them
defines, addresses and devices that two of them have.

  --format text      each finding with its line, marked (default)
  --format json      one JSON object; lines and columns from 1, start and end
                     are UTF-16 offsets from 0
  --format sarif     SARIF 2.1.0, for code scanning
  --format github    annotations of a GitHub Actions run
  --fail-on error    exit with 1 when there is an error (default)
  --fail-on warning  exit with 1 when there is an error or a warning
  --target-version RELEASE
                     the libvirt that will read the documents, such as 9.0.0;
                     what came later is reported (default: the newest known)
  --hypervisor NAME  the driver that will read them, such as qemu or lxc
                     (default auto: by the type of the domain)
  --config FILE      the configuration file, for all documents; without it the
                     .libvirt-xml.json that stands nearest to each: in its
                     folder or above

explain tells what a message of libvirt's means, which finding prevents it and
what to write instead. Without a message, or with -, it reads standard input.

lsp speaks the Language Server Protocol on standard input and output.

Exit status of lint:
  0  nothing at or above --fail-on
  1  findings at or above --fail-on
  2  wrong usage, a file that could not be read, or a mistake in a
     configuration file; the others are checked

Exit status of explain:
  0  the message is explained
  1  it is none that is known

error        libvirt refuses it
warning      libvirt takes it and drops it, or it breaks something else
information  works, and is rarely meant
hint         advice

Text is coloured on a terminal, unless NO_COLOR is set.
`;
