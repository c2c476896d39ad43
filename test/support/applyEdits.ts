export { applyEdits } from '../../server/src/xml/applyEdits.ts';
