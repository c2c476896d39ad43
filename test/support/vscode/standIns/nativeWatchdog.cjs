'use strict';
// Stands in for @vscode/native-watchdog, a native module: it only ends processes whose parent has died.
exports.start = () => {};
exports.exit = code => process.exit(code ?? 0);
