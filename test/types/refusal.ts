import { oreFromKroner } from '../../src/money/ore.ts';
import { type Refusal, type Result, refused } from '../../src/refusal.ts';

const BOTH = { da: 'Nej.', en: 'No.' };

/** What must not compile: the type check fails where an expected error is missing. */
export function aResultIsAskedBeforeItIsUsed(result: Result<string>): string {
  // @ts-expect-error there may be no value
  oreFromKroner(result.value);
  // @ts-expect-error there may be no refusals
  if (result.refusals.length > 0) return '';
  return result.ok ? result.value : '';
}

export function aRefusalSpeaksBothLanguagesAndSaysHowToMendIt(): Result<never>[] {
  return [
    // @ts-expect-error the English text is missing
    refused({ code: 'no', path: [], message: { da: 'Nej.' }, remedy: BOTH }),
    // @ts-expect-error the remedy is missing
    refused({ code: 'no', path: [], message: BOTH }),
    // @ts-expect-error the path is missing
    refused({ code: 'no', message: BOTH, remedy: BOTH }),
  ];
}

export function aRefusalStaysAsItWasSaid(refusal: Refusal): void {
  // @ts-expect-error its code never changes
  refusal.code = 'yes';
  // @ts-expect-error a longer path is a new refusal
  refusal.path.push('deeper');
}
