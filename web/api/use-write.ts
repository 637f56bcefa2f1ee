import { useState } from 'preact/hooks';

/** Something that is written when somebody asks for it, and how that went the last time. */
export interface Writing<Input, Output> {
  readonly isBusy: boolean;
  readonly failure?: unknown;
  /** Writes it; resolves with undefined when it failed, which `failure` then tells. */
  readonly write: (input: Input) => Promise<Output | undefined>;
}

/** Writes once at a time: while one is under way, another is not begun. */
export function useWrite<Input, Output>(act: (input: Input) => Promise<Output>): Writing<Input, Output> {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure?: unknown }>({
    isBusy: false,
  });
  const write = async (input: Input) => {
    if (state.isBusy) return undefined;
    setState({ isBusy: true });
    try {
      const output = await act(input);
      setState({ isBusy: false });
      return output;
    } catch (failure) {
      setState({ isBusy: false, failure });
      return undefined;
    }
  };
  return { ...state, write };
}
