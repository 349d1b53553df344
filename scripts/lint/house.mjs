// The house's own lint rules, for what no ready rule says. Each message tells what to do instead.

/** @param {string} message @param {(context: object, report: (node: object) => void) => object} visit */
function rule(message, visit) {
  return {
    meta: { type: 'problem', messages: { house: message } },
    create: (context) => visit(context, (node) => context.report({ node, message })),
  };
}

const noClock = rule('The pure floors have no clock: take `now` as an argument.', (_context, report) => ({
  NewExpression(node) {
    if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
      report(node);
    }
  },
  CallExpression(node) {
    if (node.callee.type === 'Identifier' && node.callee.name === 'Date') report(node);
  },
}));

const noExportedArrow = rule(
  'Write an exported function as `export function`: it has one name in every list and stack.',
  (_context, report) => ({
    ExportNamedDeclaration(node) {
      for (const each of node.declaration?.declarations ?? []) {
        // With a named type of its own (`export const send: Send = …`) an arrow is the only way to write it.
        if (each.id.typeAnnotation) continue;
        const kind = each.init?.type;
        if (kind === 'ArrowFunctionExpression' || kind === 'FunctionExpression') report(each);
      }
    },
  }),
);

export default {
  meta: { name: 'house' },
  rules: { 'no-clock': noClock, 'no-exported-arrow': noExportedArrow },
};
