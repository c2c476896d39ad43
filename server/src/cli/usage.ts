/** What `--help` prints. */
export const USAGE = `Usage:
  libvirt-xml lint [--format text|json] [--fail-on error|warning] FILE...
  libvirt-xml lint [--format text|json] [--fail-on error|warning] -
  libvirt-xml lsp --stdio
  libvirt-xml --help | --version

lint checks libvirt XML: whole domains, and single devices as virsh
attach-device takes them. A - reads standard input. XML that is none of
libvirt's is left alone.

  --format text    each finding with its line, marked (default)
  --format json    one JSON object; lines and columns from 1, start and end
                   are UTF-16 offsets from 0
  --fail-on error    exit with 1 when there is an error (default)
  --fail-on warning  exit with 1 when there is an error or a warning

lsp speaks the Language Server Protocol on standard input and output.

Exit status of lint:
  0  nothing at or above --fail-on
  1  findings at or above --fail-on
  2  wrong usage, or a file that could not be read; the others are checked

error        libvirt refuses it
warning      libvirt takes it and drops it, or it breaks something else
information  works, and is rarely meant
hint         advice

Text is coloured on a terminal, unless NO_COLOR is set.
`;
