import type { Bilingual } from '../../src/refusal.ts';

/** What is wrong with the form of a value, and how to mend it. */
export interface FormError {
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/**
 * The texts of every form error by its code. A schema names a code where it says more than zod's own finding
 * (`{ error: 'money_form' }`); the codes at the end stand for zod's findings.
 */
export const FORM_ERRORS = {
  money_form: {
    message: {
      da: 'Et beløb skrives som tekst: kroner med punktum og to decimaler.',
      en: 'Money is written as text: kroner with a point and two decimals.',
    },
    remedy: {
      da: 'Skriv for eksempel "1234.50": i anførselstegn og uden tusindtalsskilletegn.',
      en: 'Write for example "1234.50": in quotes and without a thousands separator.',
    },
  },
  moves_with_changes: {
    message: {
      da: 'Flytninger hører til "approve-with-changes", og kun dertil.',
      en: 'Moves belong to "approve-with-changes", and to nothing else.',
    },
    remedy: {
      da: 'Angiv moves ved godkendelse med ændringer.',
      en: 'Give moves when you approve with changes.',
    },
  },
  paper_one_field: {
    message: {
      da: 'En stemmeseddel har ét af felterne "approvals", "scores" og "ranking".',
      en: 'A ballot paper has one of the fields "approvals", "scores" and "ranking".',
    },
    remedy: {
      da: 'Udfyld det felt, som afstemningens form kræver, og kun det.',
      en: 'Fill in the field that the form of the ballot asks for, and only that.',
    },
  },
  only_supersede_names_later: {
    message: {
      da: 'Kun "supersede" nævner en senere beslutning.',
      en: 'Only "supersede" names a later decision.',
    },
    remedy: { da: 'Udelad supersededBy.', en: 'Leave supersededBy out.' },
  },
  moment_form: {
    message: {
      da: 'Et tidspunkt skrives som dato og klokkeslæt i UTC.',
      en: 'A moment is written as date and time in UTC.',
    },
    remedy: {
      da: 'Skriv for eksempel "2026-11-23T12:00:00Z".',
      en: 'Write for example "2026-11-23T12:00:00Z".',
    },
  },
  if_match_form: {
    message: {
      da: 'If-Match er den ETag, som den nyeste version blev hentet med.',
      en: 'If-Match is the ETag that the newest version was fetched with.',
    },
    remedy: { da: 'Skriv for eksempel "3" med anførselstegn.', en: 'Write for example "3" in quotes.' },
  },
  money_negative: {
    message: { da: 'Beløbet må ikke være negativt.', en: 'The amount must not be negative.' },
    remedy: { da: 'Skriv "0.00" eller mere.', en: 'Write "0.00" or more.' },
  },
  rate_form: {
    message: {
      da: 'En sats, en andel eller en vægt skrives som tekst: et decimaltal med punktum og højst 18 decimaler.',
      en: 'A rate, a share or a weight is written as text: a decimal with a point and at most 18 decimals.',
    },
    remedy: {
      da: 'Skriv for eksempel "0.0275" for 2,75 %: i anførselstegn og uden eksponent.',
      en: 'Write for example "0.0275" for 2.75 %: in quotes and without an exponent.',
    },
  },
  index_rate_range: {
    message: {
      da: 'En pris- eller lønstigning skal være over -1: en pris kan ikke falde med 100 % eller mere.',
      en: 'A price or wage rate must be above -1: a price cannot fall by 100 % or more.',
    },
    remedy: {
      da: 'Skriv "0.0275" for 2,75 %, ikke "2.75"; et fald på 2 % er "-0.02".',
      en: 'Write "0.0275" for 2.75 %, not "2.75"; a fall of 2 % is "-0.02".',
    },
  },
  share_range: {
    message: {
      da: 'Tallet skal ligge i det tilladte interval: en andel fra 0 til 1, en øvre grænse for stigning fra 0.',
      en: 'The number must lie in its range: a share from 0 to 1, a limit on a rise from 0.',
    },
    remedy: { da: 'Skriv for eksempel "0.25" for 25 %.', en: 'Write for example "0.25" for 25 %.' },
  },
  efficiency_rate_range: {
    message: {
      da: 'En effektiviseringssats skal være mindst 0 og under 1: der kan ikke spares 100 %.',
      en: 'An efficiency rate must be at least 0 and below 1: 100 % cannot be saved.',
    },
    remedy: { da: 'Skriv for eksempel "0.01" for 1 %.', en: 'Write for example "0.01" for 1 %.' },
  },
  weight_negative: {
    message: { da: 'En vægt må ikke være negativ.', en: 'A weight must not be negative.' },
    remedy: {
      da: 'Skriv "0" eller mere; den, der ikke skal betale, vejer "0".',
      en: 'Write "0" or more; whoever is not to pay weighs "0".',
    },
  },
  weight_not_positive: {
    message: {
      da: 'En vælgers vægt skal være et positivt decimaltal, skrevet som tekst.',
      en: 'The weight of a voter must be a positive decimal, written as text.',
    },
    remedy: {
      da: 'Skriv "1" for et rådsmedlem eller kommunens folketal, eller udelad vælgeren.',
      en: 'Write "1" for a council member or the population of a municipality, or leave the voter out.',
    },
  },
  value_negative: {
    message: { da: 'Tallet må ikke være negativt.', en: 'The number must not be negative.' },
    remedy: { da: 'Skriv "0" eller mere.', en: 'Write "0" or more.' },
  },
  step_not_positive: {
    message: { da: 'Et trin skal være over nul.', en: 'A step must be above zero.' },
    remedy: { da: 'Skriv for eksempel "1.00".', en: 'Write for example "1.00".' },
  },
  time_limit_range: {
    message: {
      da: 'En tidsgrænse er et antal sekunder over 0 og højst 300.',
      en: 'A time limit is a number of seconds above 0 and at most 300.',
    },
    remedy: {
      da: 'Skriv tallet uden anførselstegn, for eksempel 10.',
      en: 'Write the number without quotes, for example 10.',
    },
  },
  group_without_bound: {
    message: { da: 'Gruppen har ingen grænse.', en: 'The group has no bound.' },
    remedy: {
      da: 'Skriv "atLeast", "atMost" eller begge.',
      en: 'Write "atLeast", "atMost" or both.',
    },
  },
  mix_shares_not_one: {
    message: {
      da: 'Andelene i en blandet fordelingsnøgle skal tilsammen være præcis 1.',
      en: 'The shares of a mixed allocation key must add up to exactly 1.',
    },
    remedy: {
      da: 'Ret andelene, for eksempel "0.7" og "0.3".',
      en: 'Correct the shares, for example "0.7" and "0.3".',
    },
  },
  count_form: {
    message: {
      da: 'Her skal stå et helt tal, som ikke er mindre end det mindst tilladte.',
      en: 'This must be a whole number that is not below the least allowed.',
    },
    remedy: {
      da: 'Skriv tallet uden anførselstegn og uden decimaler, for eksempel 150000.',
      en: 'Write the number without quotes and without decimals, for example 150000.',
    },
  },
  year_form: {
    message: {
      da: 'Et år er et helt tal fra 2000 til 2100.',
      en: 'A year is a whole number from 2000 to 2100.',
    },
    remedy: {
      da: 'Skriv året uden anførselstegn, for eksempel 2026.',
      en: 'Write the year without quotes, for example 2026.',
    },
  },
  years_reversed: {
    message: { da: 'Det sidste år ligger før det første.', en: 'The last year is before the first.' },
    remedy: { da: 'Lad "to" være lig med "from" eller senere.', en: 'Let "to" be equal to "from" or later.' },
  },
  years_too_many: {
    message: {
      da: 'Et scenarie kan højst dække 30 år.',
      en: 'A scenario can cover at most 30 years.',
    },
    remedy: { da: 'Vælg færre år.', en: 'Choose fewer years.' },
  },
  period_reversed: {
    message: {
      da: 'Periodens sidste år ligger før dens første.',
      en: 'The last year of the period is before its first.',
    },
    remedy: {
      da: 'Lad "lastYear" være lig med "firstYear" eller senere, eller udelad det.',
      en: 'Let "lastYear" be equal to "firstYear" or later, or leave it out.',
    },
  },
  date_form: {
    message: {
      da: 'En dato skrives som år-måned-dag og skal findes i kalenderen.',
      en: 'A date is written as year-month-day and must exist in the calendar.',
    },
    remedy: { da: 'Skriv for eksempel "2026-06-30".', en: 'Write for example "2026-06-30".' },
  },
  municipality_code_form: {
    message: {
      da: 'En kommunekode er fire cifre som tekst.',
      en: 'A municipality code is four digits as text.',
    },
    remedy: {
      da: 'Skriv for eksempel "0101" for København, med nul foran og i anførselstegn.',
      en: 'Write for example "0101" for København, with the leading zero and in quotes.',
    },
  },
  cvr_form: {
    message: { da: 'Et CVR-nummer er otte cifre som tekst.', en: 'A CVR number is eight digits as text.' },
    remedy: { da: 'Skriv for eksempel "64942212".', en: 'Write for example "64942212".' },
  },
  id_form: {
    message: {
      da: 'Et id består af små bogstaver a-z, cifre og enkelte bindestreger imellem, højst 80 tegn.',
      en: 'An id consists of lower-case letters a-z, digits and single hyphens between them, at most 80 characters.',
    },
    remedy: {
      da: 'Skriv for eksempel "byg-og-miljoe".',
      en: 'Write for example "byg-og-miljoe".',
    },
  },
  gln_form: {
    message: {
      da: 'Et GLN (EAN-nummer) er 13 cifre som tekst.',
      en: 'A GLN (EAN number) is 13 digits as text.',
    },
    remedy: { da: 'Skriv for eksempel "5798009883735".', en: 'Write for example "5798009883735".' },
  },
  gln_check_digit: {
    message: {
      da: 'Det sidste ciffer i et GLN er et kontrolciffer, og det passer ikke med de andre.',
      en: 'The last digit of a GLN is a check digit, and it does not fit the others.',
    },
    remedy: {
      da: 'Se efter tal, der er byttet om eller tastet forkert.',
      en: 'Look for digits that have changed places or are mistyped.',
    },
  },
  email_form: {
    message: { da: 'Det er ikke en e-mailadresse.', en: 'This is not an e-mail address.' },
    remedy: { da: 'Skriv for eksempel "faktura@example.dk".', en: 'Write for example "faktura@example.dk".' },
  },
  text_not_plain: {
    message: {
      da: 'Teksten indeholder usynlige tegn, for eksempel styretegn eller tegn, der vender skriveretningen.',
      en: 'The text holds invisible characters, such as control characters or ones that turn the direction of writing.',
    },
    remedy: { da: 'Slet dem, eller skriv teksten igen.', en: 'Delete them, or write the text again.' },
  },
  digits_form: {
    message: {
      da: 'Her skal stå cifre som tekst, hverken flere eller færre, end der er plads til.',
      en: 'This must be digits as text, neither more nor fewer than there is room for.',
    },
    remedy: {
      da: 'Et registreringsnummer og et postnummer har 4 cifre, registreringsnummeret ikke kun nuller, en bankkonto højst 10, et kreditornummer 8.',
      en: 'A registration number and a postal code have 4 digits, the registration number not only zeros, a bank account at most 10, a creditor number 8.',
    },
  },
  part_form: {
    message: {
      da: 'Navnet på en del er synlig tekst uden skråstreg.',
      en: 'The name of a part is visible text without a slash.',
    },
    remedy: { da: 'Skriv for eksempel "skole".', en: 'Write for example "skole".' },
  },
  recipient_or_parts: {
    message: {
      da: 'En linje går enten til én modtager eller deles i dele.',
      en: 'A line either goes to one recipient or is divided into parts.',
    },
    remedy: {
      da: 'Skriv enten "recipient" eller "parts"; en kontostreng hører til en modtager.',
      en: 'Write either "recipient" or "parts"; an account string belongs to a recipient.',
    },
  },
  split_id_form: {
    message: {
      da: 'Et navn på en række eller søjle er tekst på 1 til 80 tegn.',
      en: 'The id of a row or column is text of 1 to 80 characters.',
    },
    remedy: { da: 'Skriv for eksempel "0101".', en: 'Write for example "0101".' },
  },
  scenario_or_id: {
    message: {
      da: 'Forespørgslen skal nævne præcis ét scenarie.',
      en: 'The request must name exactly one scenario.',
    },
    remedy: {
      da: 'Send enten "scenario" (selve scenariet) eller "scenarioId" (id på et gemt scenarie).',
      en: 'Send either "scenario" (the scenario itself) or "scenarioId" (the id of a stored one).',
    },
  },
  agreement_or_scenario: {
    message: {
      da: 'En fakturakørsel bygger på en aftale eller et scenarie: på præcis et af dem.',
      en: 'An invoice run is based on an agreement or a scenario: on exactly one of them.',
    },
    remedy: {
      da: 'Angiv enten "agreement" (id på en offentliggjort aftale) eller "scenario" (id på et gemt scenarie).',
      en: 'Give either "agreement" (the id of a published agreement) or "scenario" (the id of a kept scenario).',
    },
  },
  field_of_other_purpose: {
    message: {
      da: 'Feltet hører til en kørsel med et andet formål.',
      en: 'The field belongs to a run of another purpose.',
    },
    remedy: { da: 'Slet feltet, eller ret "purpose".', en: 'Delete the field, or correct "purpose".' },
  },
  series_form: {
    message: {
      da: 'En nummerserie er 1 til 8 cifre, og det første er ikke 0.',
      en: 'A number series is 1 to 8 digits, of which the first is not 0.',
    },
    remedy: { da: 'Skriv for eksempel "2026".', en: 'Write for example "2026".' },
  },
  invoice_number_form: {
    message: { da: 'Et fakturanummer er 1 til 14 cifre.', en: 'An invoice number is 1 to 14 digits.' },
    remedy: {
      da: 'Skriv nummeret, som det står på fakturaen: "2026000001".',
      en: 'Write the number as it stands on the invoice: "2026000001".',
    },
  },
  limit_form: {
    message: {
      da: 'Antallet på en side er et helt tal fra 1 til 200.',
      en: 'The number of items on a page is a whole number from 1 to 200.',
    },
    remedy: { da: 'Skriv for eksempel ?limit=50.', en: 'Write for example ?limit=50.' },
  },
  selection_id_form: {
    message: {
      da: 'Navnet på et initiativ, en vælger, en ressource eller et område er tekst på 1 til 200 tegn.',
      en: 'The id of an initiative, a voter, a resource or an area is text of 1 to 200 characters.',
    },
    remedy: { da: 'Skriv for eksempel "digital-post".', en: 'Write for example "digital-post".' },
  },
  rate_or_amount: {
    message: {
      da: 'En effektivisering har enten en sats eller et beløb, ikke begge dele.',
      en: 'An efficiency measure has either a rate or an amount, not both.',
    },
    remedy: { da: 'Behold enten "rate" eller "amount".', en: 'Keep either "rate" or "amount".' },
  },
  change_sets_nothing: {
    message: { da: 'Ændringen sætter ingenting.', en: 'The change sets nothing.' },
    remedy: {
      da: 'Skriv mindst én af "wage", "price", "combined" og "correction".',
      en: 'Write at least one of "wage", "price", "combined" and "correction".',
    },
  },
  year_repeated: {
    message: { da: 'Det samme år står mere end én gang.', en: 'The same year occurs more than once.' },
    remedy: { da: 'Læg årets beløb sammen.', en: 'Add up the amounts of the year.' },
  },
  start_window_reversed: {
    message: {
      da: 'Den seneste start ligger før den tidligste.',
      en: 'The latest start is before the earliest.',
    },
    remedy: {
      da: 'Lad "latestStart" være lig med "earliestStart" eller senere, eller udelad det.',
      en: 'Let "latestStart" be equal to "earliestStart" or later, or leave it out.',
    },
  },
  condition_form: {
    message: {
      da: 'En betingelse er enten en gruppe ("all", "any" eller "not") eller en sammenligning ("fact", "operator" og "value"), og grupper kan højst ligge tre lag inde i hinanden.',
      en: 'A condition is either a group ("all", "any" or "not") or a comparison ("fact", "operator" and "value"), and groups can lie at most three deep in each other.',
    },
    remedy: {
      da: 'Skriv for eksempel { "fact": "isStatutory", "operator": "equal", "value": true }.',
      en: 'Write for example { "fact": "isStatutory", "operator": "equal", "value": true }.',
    },
  },
  comparison_value_form: {
    message: {
      da: 'Et faktum kan sammenlignes med tekst, et helt tal, true eller false, en liste eller et andet faktum.',
      en: 'A fact can be compared with text, a whole number, true or false, a list, or another fact.',
    },
    remedy: {
      da: 'Skriv beløb og satser som tekst, for eksempel "1234.50" og "0.25", og et faktum som { "fact": "poolOfYear" }.',
      en: 'Write amounts and rates as text, for example "1234.50" and "0.25", and a fact as { "fact": "poolOfYear" }.',
    },
  },
  list_empty: {
    message: { da: 'Listen er tom.', en: 'The list is empty.' },
    remedy: {
      da: 'Skriv mindst ét punkt, eller udelad feltet, hvis det må mangle.',
      en: 'Write at least one item, or leave the field out where that is allowed.',
    },
  },
  list_too_long: {
    message: { da: 'Listen er for lang.', en: 'The list is too long.' },
    remedy: { da: 'Del den op, eller fjern punkter.', en: 'Divide it, or remove items.' },
  },
  list_too_short: {
    message: { da: 'Listen er for kort.', en: 'The list is too short.' },
    remedy: { da: 'Tilføj punkter.', en: 'Add items.' },
  },
  field_missing: {
    message: { da: 'Feltet mangler.', en: 'The field is missing.' },
    remedy: { da: 'Tilføj feltet.', en: 'Add the field.' },
  },
  field_unknown: {
    message: { da: 'Feltet kendes ikke her.', en: 'The field is not known here.' },
    remedy: { da: 'Ret stavningen, eller slet feltet.', en: 'Correct the spelling, or delete the field.' },
  },
  kind_unknown: {
    message: { da: 'Typen kendes ikke.', en: 'The type is not known.' },
    remedy: { da: 'Brug en af de kendte.', en: 'Use one of the known ones.' },
  },
  value_not_allowed: {
    message: { da: 'Værdien er ikke en af de tilladte.', en: 'The value is not one of those allowed.' },
    remedy: { da: 'Brug en af de kendte.', en: 'Use one of the known ones.' },
  },
  text_expected: {
    message: { da: 'Her skal stå tekst.', en: 'This must be text.' },
    remedy: { da: 'Sæt værdien i anførselstegn.', en: 'Put the value in quotes.' },
  },
  text_empty: {
    message: { da: 'Teksten er tom.', en: 'The text is empty.' },
    remedy: { da: 'Skriv mindst ét tegn.', en: 'Write at least one character.' },
  },
  text_not_unicode: {
    message: {
      da: 'Teksten indeholder et halvt tegn (en løs surrogatkode), som ikke kan gemmes.',
      en: 'The text holds half a character (a lone surrogate), which cannot be stored.',
    },
    remedy: { da: 'Slet tegnet, eller skriv det igen.', en: 'Delete the character, or write it again.' },
  },
  text_too_short: {
    message: { da: 'Teksten er for kort.', en: 'The text is too short.' },
    remedy: { da: 'Skriv mere.', en: 'Write more.' },
  },
  text_too_long: {
    message: { da: 'Teksten er for lang.', en: 'The text is too long.' },
    remedy: { da: 'Forkort den.', en: 'Shorten it.' },
  },
  text_form: {
    message: {
      da: 'Teksten har ikke den form, der kræves her.',
      en: 'The text does not have the form required here.',
    },
    remedy: {
      da: 'Se feltets beskrivelse i skemaet.',
      en: 'See the description of the field in the schema.',
    },
  },
  number_expected: {
    message: { da: 'Her skal stå et tal.', en: 'This must be a number.' },
    remedy: { da: 'Skriv tallet uden anførselstegn.', en: 'Write the number without quotes.' },
  },
  integer_expected: {
    message: { da: 'Her skal stå et helt tal.', en: 'This must be a whole number.' },
    remedy: {
      da: 'Skriv tallet uden decimaler og uden anførselstegn.',
      en: 'Write the number without decimals and without quotes.',
    },
  },
  number_too_small: {
    message: { da: 'Tallet er for lille.', en: 'The number is too small.' },
    remedy: { da: 'Skriv et større tal.', en: 'Write a larger number.' },
  },
  number_too_large: {
    message: { da: 'Tallet er for stort.', en: 'The number is too large.' },
    remedy: { da: 'Skriv et mindre tal.', en: 'Write a smaller number.' },
  },
  boolean_expected: {
    message: { da: 'Her skal stå true eller false.', en: 'This must be true or false.' },
    remedy: { da: 'Skriv true eller false uden anførselstegn.', en: 'Write true or false without quotes.' },
  },
  list_expected: {
    message: { da: 'Her skal stå en liste.', en: 'This must be a list.' },
    remedy: { da: 'Sæt værdierne i kantede parenteser: [ … ].', en: 'Put the values in brackets: [ … ].' },
  },
  object_expected: {
    message: { da: 'Her skal stå et objekt med felter.', en: 'This must be an object with fields.' },
    remedy: {
      da: 'Sæt felterne i krøllede parenteser: { "felt": … }.',
      en: 'Put the fields in braces: { "field": … }.',
    },
  },
  form_unknown: {
    message: {
      da: 'Værdien har ingen af de former, der er tilladt her.',
      en: 'The value has none of the forms allowed here.',
    },
    remedy: {
      da: 'Se feltets beskrivelse i skemaet.',
      en: 'See the description of the field in the schema.',
    },
  },
} as const satisfies Readonly<Record<string, FormError>>;

export type FormErrorCode = keyof typeof FORM_ERRORS;

export function isFormErrorCode(code: string): code is FormErrorCode {
  return Object.hasOwn(FORM_ERRORS, code);
}
