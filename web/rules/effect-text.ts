import type { Schemas } from '../api/client.ts';
import { inBoth } from '../language/language.ts';
import { percent } from '../numbers/format.ts';

type Effect = Schemas['RuleSet']['rules'][number]['effect'];

const words = inBoth(
  {
    reject: 'Afvises.',
    defer: 'Udskydes til et senere år.',
    refer: 'Forelægges bestyrelsen; pengene holdes tilbage imens.',
    first: 'Kommer før alt, som ingen regel placerer.',
    last: 'Kommer efter alt, som ingen regel placerer.',
    cap: (share: string, per: string) => `Højst ${share} af årets pulje for ${per}.`,
    per: { initiative: 'initiativet', solution: 'løsningen', area: 'området', group: 'gruppen' },
    part: (least: string, most: string) => `Kan få en del: mellem ${least} og ${most} af udgiften.`,
    whole: 'Får det hele eller intet.',
    dependencies: 'Kun når alt, det bygger på, får penge.',
    exclusions: 'Kun når intet, der udelukker det, får penge.',
    note: 'En bemærkning; intet ændres.',
  },
  {
    reject: 'It is rejected.',
    defer: 'It is deferred to a later year.',
    refer: 'It is referred to the board; the money is held meanwhile.',
    first: 'It comes before everything that no rule places.',
    last: 'It comes after everything that no rule places.',
    cap: (share: string, per: string) => `At most ${share} of the year's pool for ${per}.`,
    per: { initiative: 'the initiative', solution: 'the solution', area: 'the area', group: 'the group' },
    part: (least: string, most: string) => `Can get a part: between ${least} and ${most} of the cost.`,
    whole: 'It gets all or nothing.',
    dependencies: 'Only when everything it depends on is funded.',
    exclusions: 'Only when nothing that excludes it is funded.',
    note: 'A remark; nothing changes.',
  },
);

/** What a rule asks for, in a sentence. */
export function effectText(effect: Effect): string {
  const say = words();
  switch (effect.type) {
    case 'cap':
      return say.cap(percent(effect.share), say.per[effect.per]);
    case 'fund-part':
      return say.part(percent(effect.atLeast ?? '0'), percent(effect.atMost ?? '1'));
    case 'fund-whole':
      return say.whole;
    case 'hold-to-dependencies':
      return say.dependencies;
    case 'hold-to-exclusions':
      return say.exclusions;
    default:
      return say[effect.type];
  }
}
