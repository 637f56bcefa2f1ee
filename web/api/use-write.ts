import { useState } from 'preact/hooks';
import { inBoth } from '../language/language.ts';
import { Cancelled } from './problem.ts';
import { begin, type Report } from './under-way.ts';

const words = inBoth({ writing: 'Gemmer' }, { writing: 'Saving' });

/** Something that is done when somebody asks for it, and how that went the last time. */
export interface Writing<Input, Output> {
  readonly isBusy: boolean;
  readonly failure?: unknown;
  /** Does it; resolves with undefined when it failed, which `failure` then tells. */
  readonly write: (input: Input) => Promise<Output | undefined>;
  /** How it went is of no interest any more. */
  readonly dismiss: () => void;
}

/** How it is shown that something is being done. */
export interface Doing {
  readonly title?: () => string;
  /** It only computes or reads: whoever does not want to wait for it may end it. */
  readonly isCancellable?: boolean;
}

/** Does one thing at a time: while it is under way, another is not begun. */
export function useWrite<Input, Output>(
  act: (input: Input, signal: AbortSignal, report: Report) => Promise<Output>,
  { title = () => words().writing, isCancellable = false }: Doing = {},
): Writing<Input, Output> {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure?: unknown }>({
    isBusy: false,
  });
  const write = async (input: Input) => {
    if (state.isBusy) return undefined;
    setState({ isBusy: true });
    const controller = new AbortController();
    const cancel = () => controller.abort();
    const { report, end } = begin({ title, cancel: isCancellable ? cancel : undefined });
    try {
      const output = await act(input, controller.signal, report);
      setState({ isBusy: false });
      return output;
    } catch (failure) {
      setState({ isBusy: false, failure: controller.signal.aborted ? new Cancelled() : failure });
      return undefined;
    } finally {
      end();
    }
  };
  return { ...state, write, dismiss: () => setState({ isBusy: false }) };
}
