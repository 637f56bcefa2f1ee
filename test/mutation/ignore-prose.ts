import type { Ignorer } from '@stryker-mutator/api/ignore';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** As much of a syntax node as is looked at here. */
interface SyntaxNode {
  readonly type: string;
  readonly name?: string;
  readonly key?: SyntaxNode;
  readonly callee?: SyntaxNode;
}

declare module '@stryker-mutator/api/ignore' {
  export interface NodePath {
    readonly node: SyntaxNode;
  }
}

const LANGUAGES: readonly (string | undefined)[] = ['da', 'en'];

/**
 * Leaves unmutated what no behaviour hangs on: the `da` and `en` texts that people read, and invariants, which say
 * what cannot happen.
 */
const ignoreProse: Ignorer = {
  shouldIgnore({ node }) {
    if (node.type === 'CallExpression' && node.callee?.name === 'invariant') return 'it cannot happen';
    if (node.type === 'ObjectProperty' && LANGUAGES.includes(node.key?.name)) return 'a text for people';
    return undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', ignoreProse)];
