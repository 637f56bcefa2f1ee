import type { AccessionRegister } from '../accession/register.ts';
import type { Ore } from '../money/ore.ts';
import type { Rate } from '../money/rate.ts';
import type { Bilingual } from '../refusal.ts';
import type { AllocationKey } from './allocation-key.ts';

/** Where a figure comes from: a public page, or made up by the project so that the model has something to run on. */
export type Provenance =
  | { readonly kind: 'published'; readonly source: string; readonly date?: string }
  | { readonly kind: 'example'; readonly note?: string }
  /** Set by a change of a scenario; never in an agreement file. */
  | { readonly kind: 'scenario' };

/** First and last calendar year, both included; no last year means that it runs on. */
export interface Period {
  readonly firstYear: number;
  readonly lastYear?: number;
}

/**
 * A kind of cost in a solution's budget (*budgetkomponent*). A reservable component is business maintenance
 * (*forretningsmæssigt vedligehold*): the reserved share of it goes to the prioritisation pool.
 */
export interface Component {
  readonly component: string;
  readonly order: number;
  readonly title: Bilingual;
  readonly reservable: boolean;
}

/** The base-year price of one component of one solution: a cell of the agreement. */
export interface BasePrice {
  readonly component: string;
  readonly amount: Ore;
  /** Fraction of wage in the cell's index; absent: the combined index applies. */
  readonly wageShare?: Rate;
  readonly provenance: Provenance;
}

/** A shared IT solution (*løsning*) of the catalogue, in the agreement in the years of its periods. */
export interface Solution {
  readonly solution: string;
  /** Place in the catalogue: the tie-break of every apportionment over solutions. */
  readonly order: number;
  readonly title: Bilingual;
  readonly area: string;
  readonly group: 'agreement' | 'accession-basis' | 'statutory' | 'phasing';
  readonly periods: readonly Period[];
  readonly basePrices: readonly BasePrice[];
  readonly reservedShare: Rate;
  readonly reservedShareProvenance: Provenance;
  readonly key: AllocationKey;
  readonly keyProvenance: Provenance;
  /** Codes of the municipalities that take part; absent: all of them. */
  readonly participants?: readonly string[];
}

/** Price and wage rates of one year as believed at one vintage (*pris- og lønskøn*); model, section 3. */
export interface IndexEntry {
  readonly year: number;
  /** Publication date, YYYY-MM-DD. */
  readonly vintage: string;
  readonly status: 'estimate' | 'final';
  readonly wage?: Rate;
  readonly price?: Rate;
  readonly combined: Rate;
  /** Level correction (*niveaukorrektion*) of earlier estimates, taken in this year. */
  readonly correction: Rate;
  readonly provenance: Provenance;
}

/** Rates that a scenario sets for a year, field by field, on top of whichever vintage is known. */
export interface IndexOverride {
  readonly year: number;
  readonly wage?: Rate;
  readonly price?: Rate;
  readonly combined?: Rate;
  readonly correction?: Rate;
}

/** The cells that a measure covers; an absent list covers all. */
export interface Scope {
  readonly solutions?: readonly string[];
  readonly components?: readonly string[];
}

/** An efficiency regulation (*effektivitetsregulering*) that starts in a year and lasts. */
export type EfficiencyMeasure = Scope & { readonly year: number; readonly provenance: Provenance } & (
    | { readonly form: 'rate'; readonly rate: Rate }
    | { readonly form: 'amount'; readonly amount: Ore }
  );

/** A stay in the agreement; `fixedShare` is what remains to be carried by the rest after the last year. */
export interface MembershipPeriod extends Period {
  readonly fixedShare: Rate;
}

/** What a scenario believes of a municipality's population (*befolkningsfremskrivning*). */
export interface PopulationProjection {
  /** Counts that hold from their year on, by year, each year once. */
  readonly counts: readonly { readonly year: number; readonly population: bigint }[];
  /** Yearly growth in the years of a period; of several that cover a year the last one holds. */
  readonly growths: readonly {
    readonly firstYear: number;
    readonly lastYear: number;
    readonly rate: Rate;
  }[];
}

export interface Municipality {
  /** The official four-digit code. */
  readonly municipality: string;
  readonly name: string;
  readonly region: string;
  readonly cvr: string;
  readonly population: bigint;
  /** YYYY-MM-DD of the count. */
  readonly populationDate: string;
  readonly provenance: Provenance;
  readonly membership: readonly MembershipPeriod[];
  /** Set by changes of a scenario: how the population moves over the years; never in an agreement file. */
  readonly projection?: PopulationProjection;
}

/** A management area (*forvaltningsområde*). */
export interface Area {
  readonly area: string;
  readonly title: Bilingual;
  /** What the area's portfolio council gives weight to: new initiatives name the focus they serve. */
  readonly focus: readonly { readonly focus: string; readonly title: Bilingual }[];
}

export interface Body {
  readonly body: string;
  readonly kind: 'professional-committee' | 'portfolio-council' | 'executive-management' | 'board';
  readonly title: Bilingual;
  /** The management areas within which it may recommend or decide. */
  readonly areas: readonly string[];
  readonly mandate: readonly ('advise' | 'recommend' | 'prioritise' | 'decide')[];
}

/** Something by which the benefit of an initiative is judged (*kriterium*), and how much it counts. */
export interface Criterion {
  readonly criterion: string;
  readonly title: Bilingual;
  /** What is counted: the points that an initiative states, or its benefit in million kroner a year. */
  readonly measure: 'score' | 'kroner';
  /** ≥ 0; weights need not sum to anything. */
  readonly weight: Rate;
  readonly provenance: Provenance;
}

/** Pool money that an earlier decision has bound in a year, or that an earlier year has left over (model, section 5). */
export interface PoolEntry {
  readonly year: number;
  readonly solution: string;
  readonly amount: Ore;
  readonly reason: string;
}

/**
 * What municipalities have in fact paid in a year (*faktiske beløb*), for each solution; who or what is not named paid
 * nothing.
 */
export interface PastYear {
  readonly year: number;
  /** By code. */
  readonly municipalities: readonly {
    readonly municipality: string;
    /** ≥ 0, by solution id. */
    readonly solutions: readonly { readonly solution: string; readonly amount: Ore }[];
  }[];
  readonly provenance: Provenance;
}

/**
 * The K98 agreement (*serviceaftale*) as data; every list is in canonical order (solutions and components by
 * `order`, municipalities by code, index by year and vintage, efficiency by year), so that no result depends
 * on how a file was sorted.
 */
export interface Agreement {
  readonly agreement: string;
  readonly version: string;
  readonly title: Bilingual;
  readonly baseYear: number;
  readonly components: readonly Component[];
  readonly solutions: readonly Solution[];
  readonly index: readonly IndexEntry[];
  /** Only vintages published on or before this day are known; absent: all. */
  readonly indexAsOf?: string;
  /** At most one for each year, by year. */
  readonly indexOverrides: readonly IndexOverride[];
  /** By year; of rates that cover the same cell in the same year the last one counts. */
  readonly efficiency: readonly EfficiencyMeasure[];
  readonly municipalities: readonly Municipality[];
  readonly areas: readonly Area[];
  readonly bodies: readonly Body[];
  /** By id. */
  readonly criteria: readonly Criterion[];
  /** Who has signed; absent: no register is kept. No price depends on it until a scenario asks for the signed alone. */
  readonly accessions?: AccessionRegister;
  /** By year, each year once; from the year before the base year on. Absent: none are known, all years are computed. */
  readonly pastAmounts?: readonly PastYear[];
  readonly commitments: readonly PoolEntry[];
  readonly carryOvers: readonly PoolEntry[];
  readonly ruleSet?: string;
}
