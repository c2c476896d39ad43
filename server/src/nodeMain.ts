import { runServer } from './node.ts';

/** Entry of dist/server.cjs. */
runServer();
