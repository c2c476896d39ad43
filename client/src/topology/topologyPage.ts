import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** The page of the panel: no script but ours, nothing from the network, styles from our file alone. */
export function renderTopologyPage(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${file('topology.css')}">
  <title>Network Topology</title>
</head>
<body>
  <header>
    <h1 class="unseen">Network topology</h1>
    <div class="toolbar" role="toolbar" aria-label="View">
      <label>Show <select id="scope"><option value="document">this document</option><option value="workspace">the workspace</option></select></label>
      <button id="table-toggle" type="button" aria-pressed="false">Table</button>
      <span class="gap"></span>
      <button id="zoom-out" type="button" aria-label="Zoom out" title="Zoom out (-)">−</button>
      <button id="zoom-in" type="button" aria-label="Zoom in" title="Zoom in (+)">+</button>
      <button id="fit" type="button" title="Show everything (0)">Fit</button>
      <button id="export" type="button" title="Save the picture as SVG">Export…</button>
    </div>
    <form class="toolbar" aria-label="Who reaches whom">
      <label>From <select id="from"></select></label>
      <label>to <select id="to"></select></label>
      <label title="The switch sends frames back through the port that they came from"><input id="hairpin" type="checkbox"> hairpin switch</label>
    </form>
    <div id="answer" role="status" aria-live="polite"></div>
  </header>
  <main>
    <p id="empty" hidden></p>
    <div id="picture"></div>
    <div id="table" tabindex="0" role="region" aria-label="Topology as a table" hidden></div>
  </main>
  <footer>Click: go to the XML. Shift+click on two: who reaches whom. Arrow keys move, Enter opens, F and T choose the ends.</footer>
  <script nonce="${nonce}" src="${file('topology.js')}"></script>
</body>
</html>`;
}
