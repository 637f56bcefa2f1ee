import { kronerFromOre, type Ore } from './ore.ts';
import { type Rate, rateText } from './rate.ts';

/**
 * How people see figures. `Intl` formats decimal text exactly, without a binary float in between; these
 * texts are for reading only and are never read back.
 */
const danishKronerForm = new Intl.NumberFormat('da-DK', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const englishKronerForm = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const danishRate = new Intl.NumberFormat('da-DK', {
  style: 'percent',
  minimumFractionDigits: 2,
  maximumFractionDigits: 20,
});
const englishRate = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  minimumFractionDigits: 2,
  maximumFractionDigits: 20,
});
const danishNumber = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 20 });
const englishNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 });

/** `1.234,50`, where a column or a sentence says that it is kroner. */
export function danishAmount(amount: Ore): string {
  return danishKronerForm.format(kronerFromOre(amount) as `${number}`);
}

/** `1.234,50 kr.` */
export function danishKroner(amount: Ore): string {
  return `${danishAmount(amount)} kr.`;
}

/** `DKK 1,234.50` */
export function englishKroner(amount: Ore): string {
  return `DKK ${englishKronerForm.format(kronerFromOre(amount) as `${number}`)}`;
}

/** `2,75 %` */
export function danishPercent(rate: Rate): string {
  return danishRate.format(rateText(rate) as `${number}`).replace(/\s/g, ' ');
}

/** `2.75%` */
export function englishPercent(rate: Rate): string {
  return englishRate.format(rateText(rate) as `${number}`);
}

/** `12.345,678` from decimal text or a whole number. */
export function danishDecimal(value: string | bigint): string {
  return danishNumber.format(value as `${number}` | bigint);
}

/** `12,345.678` from decimal text or a whole number. */
export function englishDecimal(value: string | bigint): string {
  return englishNumber.format(value as `${number}` | bigint);
}
