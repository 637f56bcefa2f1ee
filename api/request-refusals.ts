import type { Bilingual, Refusal } from '../src/refusal.ts';

/** What can be wrong with a request before the domain sees it: codes never change, texts may. */
const TEXTS = {
  json_malformed: {
    message: { da: 'Indholdet er ikke gyldig JSON.', en: 'The body is not valid JSON.' },
    remedy: {
      da: 'Send ét JSON-objekt; tal som NaN findes ikke i JSON.',
      en: 'Send one JSON object; numbers such as NaN do not exist in JSON.',
    },
  },
  json_key_forbidden: {
    message: {
      da: 'Feltet har et navn, som ikke er tilladt.',
      en: 'The field has a name that is not allowed.',
    },
    remedy: { da: 'Fjern feltet.', en: 'Remove the field.' },
  },
  json_text_invalid: {
    message: {
      da: 'Teksten er ikke gyldig Unicode, eller den indeholder tegnet NUL.',
      en: 'The text is not valid Unicode, or it holds the character NUL.',
    },
    remedy: { da: 'Send teksten som UTF-8 uden NUL.', en: 'Send the text as UTF-8 without NUL.' },
  },
  json_too_deep: {
    message: { da: 'Indholdet er indlejret for dybt.', en: 'The body is nested too deeply.' },
    remedy: { da: 'Se den rette form på /docs.', en: 'See the right form at /docs.' },
  },
  body_missing: {
    message: { da: 'Forespørgslen har intet indhold.', en: 'The request has no body.' },
    remedy: { da: 'Send et JSON-objekt.', en: 'Send a JSON object.' },
  },
  body_length_wrong: {
    message: {
      da: 'Indholdets længde svarer ikke til Content-Length.',
      en: 'The length of the body is not the Content-Length.',
    },
    remedy: { da: 'Send hele indholdet.', en: 'Send the whole body.' },
  },
  body_too_large: {
    message: {
      da: 'Indholdet er for stort: højst 1 MiB, ved udvælgelse af initiativer 64 MiB.',
      en: 'The body is too large: at most 1 MiB, for a selection of initiatives 64 MiB.',
    },
    remedy: { da: 'Del forespørgslen i flere.', en: 'Divide the request into several.' },
  },
  selection_too_large: {
    message: {
      da: 'Der er ikke hukommelse nok til så mange vælgere og stemmer.',
      en: 'There is not enough memory for so many voters and approvals.',
    },
    remedy: {
      da: 'Læg vælgere med samme stemmer sammen til én med deres samlede vægt; det ændrer intet.',
      en: 'Merge voters with the same approvals into one of their added weight; that changes nothing.',
    },
  },
  selection_too_long: {
    message: {
      da: 'Udvælgelsen blev afbrudt, fordi den varede alt for længe.',
      en: 'The selection was ended because it took far too long.',
    },
    remedy: {
      da: 'Vælg færre initiativer, eller en mindre "timeLimitSeconds".',
      en: 'Choose fewer initiatives, or a smaller "timeLimitSeconds".',
    },
  },
  selections_busy: {
    message: {
      da: 'Der venter for mange udvælgelser i forvejen.',
      en: 'Too many selections are waiting already.',
    },
    remedy: { da: 'Prøv igen om lidt.', en: 'Try again in a while.' },
  },
  parameter_unknown: {
    message: {
      da: 'Stien fører ikke til noget i scenariets ændringer.',
      en: 'The pointer leads to nothing in the changes of the scenario.',
    },
    remedy: {
      da: 'Peg på et felt i en ændring, fx "/changes/0/rate".',
      en: 'Point to a field of a change, such as "/changes/0/rate".',
    },
  },
  parameter_not_a_number: {
    message: {
      da: 'Der står ikke et tal, så det kan ikke varieres.',
      en: 'What stands there is no number, so it cannot be varied.',
    },
    remedy: {
      da: 'Peg på en sats, en andel, et beløb eller et antal.',
      en: 'Point to a rate, a share, an amount or a count.',
    },
  },
  parameter_range_empty: {
    message: {
      da: 'Den største værdi er mindre end den mindste.',
      en: 'The greatest value is less than the least.',
    },
    remedy: {
      da: 'Lad "to" være lig med "from" eller større.',
      en: 'Let "to" be equal to "from" or greater.',
    },
  },
  parameter_range_too_fine: {
    message: {
      da: 'Der er over en milliard værdier at vælge imellem.',
      en: 'There are more than a billion values to choose from.',
    },
    remedy: {
      da: 'Brug større trin, eller et mindre interval.',
      en: 'Take larger steps, or a smaller range.',
    },
  },
  sweep_too_large: {
    message: {
      da: 'Gennemløbet har for mange punkter: højst 10.000.000, og med kommuner højst 1.000.000.',
      en: 'The sweep has too many points: at most 10,000,000, and with municipalities at most 1,000,000.',
    },
    remedy: {
      da: 'Brug større trin, færre parametre eller en stikprøve ("sample").',
      en: 'Take larger steps, fewer parameters or a sample.',
    },
  },
  sweep_time_exceeded: {
    message: {
      da: 'Gennemløbet tog længere tid, end et gennemløb må, og blev afbrudt. Tallene gælder de punkter, der blev beregnet.',
      en: 'The sweep took longer than a sweep may, and was ended. The figures are of the points that were computed.',
    },
    remedy: {
      da: 'Bed om færre punkter eller et mindre fint "detail".',
      en: 'Ask for fewer points, or for less detail.',
    },
  },
  sweep_chunk_failing: {
    message: {
      da: 'En del af gennemløbet kunne ikke beregnes, heller ikke efter flere forsøg.',
      en: 'A part of the sweep could not be computed, not even after several attempts.',
    },
    remedy: {
      da: 'Bestil gennemløbet igen; sig det til driften, hvis det sker igen.',
      en: 'Ask for the sweep again; tell whoever runs the service if it happens again.',
    },
  },
  sweep_bound_unknown: {
    message: {
      da: 'Gennemløbet beregner ikke dette tal, så det kan ikke sammenholdes med en grænse.',
      en: 'The sweep does not compute this figure, so it cannot be held against a bound.',
    },
    remedy: {
      da: 'Brug "agreementPrice", "baseBudget" eller "pool" for et år, og med finere "detail" en løsnings "price" eller en kommunes "amount".',
      en: 'Use "agreementPrice", "baseBudget" or "pool" of a year, and with a finer "detail" a solution\'s "price" or a municipality\'s "amount".',
    },
  },
  sweep_correlation_impossible: {
    message: {
      da: 'Sådan kan parametrene ikke følges ad: korrelationerne modsiger hinanden eller nævner parametre, der ikke er der.',
      en: 'The parameters cannot move together so: the correlations contradict each other or name parameters that are not there.',
    },
    remedy: {
      da: 'Brug mindre korrelationer, og parametrenes pladser fra 0.',
      en: 'Use smaller correlations, and the places of the parameters from 0 on.',
    },
  },
  media_type_unsupported: {
    message: { da: 'Indholdets medietype kan ikke læses.', en: 'The media type of the body cannot be read.' },
    remedy: { da: 'Send application/json.', en: 'Send application/json.' },
  },
  url_malformed: {
    message: { da: 'Adressen kan ikke læses.', en: 'The address cannot be read.' },
    remedy: { da: 'Se adresserne på /docs.', en: 'See the addresses at /docs.' },
  },
  http_malformed: {
    message: { da: 'Forespørgslen er ikke gyldig HTTP.', en: 'The request is not valid HTTP.' },
    remedy: { da: 'Send en gyldig HTTP/1.1-forespørgsel.', en: 'Send a valid HTTP/1.1 request.' },
  },
  result_not_kept: {
    message: {
      da: 'Der er ikke gemt noget resultat med det fingeraftryk.',
      en: 'No result with that hash has been kept.',
    },
    remedy: {
      da: 'Brug "stored.result" fra et gemt scenarie eller en beslutning, eller gem resultatet på /v1/results.',
      en: 'Use "stored.result" of a kept scenario or a decision, or keep the result at /v1/results.',
    },
  },
  result_of_other_edition: {
    message: {
      da: 'Resultatet er beregnet med en anden udgave af modellen.',
      en: 'The result was computed by another edition of the model.',
    },
    remedy: { da: 'Beregn det med den udgave.', en: 'Compute it with that edition.' },
  },
  identity_unknown: {
    message: {
      da: 'Forespørgslen siger ikke, hvem den kommer fra.',
      en: 'The request does not say who it comes from.',
    },
    remedy: {
      da: 'Log ind, eller send et gyldigt token eller en gyldig nøgle.',
      en: 'Log in, or send a valid token or key.',
    },
  },
  right_missing: {
    message: { da: 'Din rolle giver ikke ret til dette.', en: 'Your office gives no right to this.' },
    remedy: { da: 'Bed en med rollen om at gøre det.', en: 'Ask somebody with the office to do it.' },
  },
  not_editable_now: {
    message: {
      da: 'Indholdet kan ikke ændres i den tilstand, det er i.',
      en: 'The content cannot be changed in the state it is in.',
    },
    remedy: { da: 'Træk det tilbage, og lav et nyt.', en: 'Withdraw it and make a new one.' },
  },
  only_drafts_deleted: {
    message: { da: 'Kun kladder kan slettes.', en: 'Only drafts can be deleted.' },
    remedy: { da: 'Træk det tilbage i stedet.', en: 'Withdraw it instead.' },
  },
  if_match_missing: {
    message: {
      da: 'Ændringen siger ikke, hvilken version den ændrer.',
      en: 'The change does not say which version it changes.',
    },
    remedy: {
      da: 'Hent den nyeste version, og send dens ETag i If-Match.',
      en: 'Fetch the newest version and send its ETag in If-Match.',
    },
  },
  cursor_unknown: {
    message: { da: 'Markøren er ikke en af vores.', en: 'The cursor is not one of ours.' },
    remedy: {
      da: 'Brug nextCursor fra forrige side, eller begynd forfra uden cursor.',
      en: 'Use nextCursor of the page before, or begin again without cursor.',
    },
  },
  route_unknown: {
    message: { da: 'Adressen findes ikke.', en: 'There is no such address.' },
    remedy: { da: 'Se adresserne på /docs.', en: 'See the addresses at /docs.' },
  },
  token_invalid: {
    message: {
      da: 'Tokenet er ikke udstedt til dette program af dets identitetsudbyder.',
      en: 'The token was not issued to this program by its identity provider.',
    },
    remedy: {
      da: 'Hent et nyt token hos identitetsudbyderen med dette program som modtager (audience).',
      en: 'Fetch a new token from the identity provider with this program as its audience.',
    },
  },
  token_expired: {
    message: { da: 'Tokenet er udløbet.', en: 'The token has expired.' },
    remedy: { da: 'Hent et nyt token.', en: 'Fetch a new token.' },
  },
  key_invalid: {
    message: {
      da: 'Nøglen findes ikke, er udløbet eller er trukket tilbage.',
      en: 'The key does not exist, has expired or has been revoked.',
    },
    remedy: { da: 'Bed en driftsansvarlig om en ny nøgle.', en: 'Ask an operator for a new key.' },
  },
  session_over: {
    message: { da: 'Du er ikke længere logget ind.', en: 'You are no longer logged in.' },
    remedy: { da: 'Log ind igen på /login.', en: 'Log in again at /login.' },
  },
  csrf_token_wrong: {
    message: {
      da: 'Forespørgslen beviser ikke, at den kommer fra siden, du er logget ind på.',
      en: 'The request does not prove that it comes from the page you are logged in to.',
    },
    remedy: {
      da: 'Send csrfToken fra /v1/me i headeren X-CSRF-Token.',
      en: 'Send csrfToken of /v1/me in the header X-CSRF-Token.',
    },
  },
  origin_foreign: {
    message: {
      da: 'Forespørgslen kommer fra en side på en anden adresse.',
      en: 'The request comes from a page at another address.',
    },
    remedy: { da: 'Brug programmet på dets egen adresse.', en: 'Use the program at its own address.' },
  },
  host_foreign: {
    message: {
      da: 'Uden adgangskontrol svarer programmet kun på denne maskines egne adresser.',
      en: 'Without access control the program answers only at addresses of this machine itself.',
    },
    remedy: {
      da: 'Brug 127.0.0.1 eller localhost, eller opsæt adgangskontrol.',
      en: 'Use 127.0.0.1 or localhost, or configure access control.',
    },
  },
  login_unknown: {
    message: {
      da: 'Dette login er ikke begyndt i denne browser, eller det er allerede brugt.',
      en: 'This login was not begun in this browser, or it has been used already.',
    },
    remedy: { da: 'Begynd forfra på /login.', en: 'Begin again at /login.' },
  },
  login_failed: {
    message: {
      da: 'Identitetsudbyderen har ikke bekræftet, hvem du er.',
      en: 'The identity provider did not confirm who you are.',
    },
    remedy: { da: 'Begynd forfra på /login.', en: 'Begin again at /login.' },
  },
  provider_unreachable: {
    message: {
      da: 'Identitetsudbyderen svarer ikke.',
      en: 'The identity provider does not answer.',
    },
    remedy: { da: 'Prøv igen om lidt.', en: 'Try again in a little while.' },
  },
  store_unavailable: {
    message: {
      da: 'Databasen svarer ikke lige nu, eller den er optaget. Det er ikke bekræftet, at noget er gemt.',
      en: 'The database does not answer just now, or it is busy. It is not confirmed that anything was kept.',
    },
    remedy: {
      da: 'Send det samme igen om lidt, med samme Idempotency-Key.',
      en: 'Send the same again in a little while, with the same Idempotency-Key.',
    },
  },
  store_full: {
    message: {
      da: 'Der er ikke plads til at gemme mere. Det, der er gemt, kan stadig læses.',
      en: 'There is no room to keep more. What is kept can still be read.',
    },
    remedy: {
      da: 'Bed en driftsansvarlig om at skaffe plads, og send det samme igen.',
      en: 'Ask an operator to make room, and send the same again.',
    },
  },
  store_not_ready: {
    message: {
      da: 'Databasen er ikke bragt op til denne version af programmet.',
      en: 'The database has not been brought up to this version of the program.',
    },
    remedy: { da: 'Vent, eller start programmet igen.', en: 'Wait, or start the program again.' },
  },
  server_draining: {
    message: { da: 'Serveren er ved at lukke.', en: 'The server is shutting down.' },
    remedy: { da: 'Send det samme igen om lidt.', en: 'Send the same again in a little while.' },
  },
  answer_too_slow: {
    message: {
      da: 'Svaret var ikke klar i tide. Det kan være gemt alligevel.',
      en: 'The answer was not ready in time. It may have been kept all the same.',
    },
    remedy: {
      da: 'Send det samme igen med samme Idempotency-Key; så sker det kun én gang.',
      en: 'Send the same again with the same Idempotency-Key; then it happens only once.',
    },
  },
  too_many_requests: {
    message: {
      da: 'Der er sendt for mange forespørgsler på kort tid.',
      en: 'Too many requests were sent in a short time.',
    },
    remedy: {
      da: 'Vent, til den tid, der står i Retry-After, er gået.',
      en: 'Wait until the time in Retry-After has passed.',
    },
  },
  internal_error: {
    message: {
      da: 'Der skete en fejl, som ikke skyldes forespørgslen.',
      en: 'An error happened that the request did not cause.',
    },
    remedy: { da: 'Prøv igen senere.', en: 'Try again later.' },
  },
} as const satisfies Record<string, { message: Bilingual; remedy: Bilingual }>;

export type RequestRefusalCode = keyof typeof TEXTS;

export function requestRefusal(code: RequestRefusalCode, path: readonly (string | number)[] = []): Refusal {
  return { code, path, ...TEXTS[code] };
}

/** Whether a request is refused for the code before the domain sees it. */
export function isRequestRefusal(code: string): boolean {
  return Object.hasOwn(TEXTS, code);
}

/** The id in an address, or in a body at `path`, is none of those known. */
export function unknownId(
  noun: Noun,
  id: string,
  known: readonly string[],
  path: readonly (string | number)[] = [],
): Refusal {
  const list = known.join(', ');
  return thereIsNo(noun, id, { da: `Vælg blandt: ${list}.`, en: `Choose one of: ${list}.` }, path);
}

/** The id belongs to nothing that is kept, or to nothing that the sender may know of; `list` names what may be read. */
export function unknownKept(noun: Noun, id: string, list: string): Refusal {
  return thereIsNo(noun, id, {
    da: `GET /v1/${list} viser, hvad du kan vælge imellem.`,
    en: `GET /v1/${list} shows what you can choose from.`,
  });
}

function thereIsNo(
  noun: Noun,
  id: string,
  remedy: Bilingual,
  path: readonly (string | number)[] = [],
): Refusal {
  const { da, en } = NOUNS[noun];
  return {
    code: `${noun}_unknown`,
    path,
    message: { da: `${da} "${id}" findes ikke.`, en: `There is no ${en} "${id}".` },
    remedy,
  };
}

export type Noun = keyof typeof NOUNS;

const NOUNS = {
  agreement: { da: 'Aftalen', en: 'agreement' },
  scenario: { da: 'Scenariet', en: 'scenario' },
  rule_set: { da: 'Regelsættet', en: 'rule set' },
  proposal: { da: 'Forslaget', en: 'proposal' },
  decision: { da: 'Beslutningen', en: 'decision' },
  ballot: { da: 'Afstemningen', en: 'ballot' },
  initiative: { da: 'Initiativet', en: 'initiative' },
  body: { da: 'Organet', en: 'body' },
  index_vintage: { da: 'Pris- og lønskønnet', en: 'index vintage' },
  area: { da: 'Forvaltningsområdet', en: 'management area' },
  solution: { da: 'Løsningen', en: 'solution' },
  split_plan: { da: 'Opsplitningsplanen', en: 'split plan' },
  invoice_run: { da: 'Fakturakørslen', en: 'invoice run' },
  invoice: { da: 'Fakturaen', en: 'invoice' },
  sweep: { da: 'Gennemløbet', en: 'sweep' },
  municipality: { da: 'Kommunen', en: 'municipality' },
} as const satisfies Record<string, Bilingual>;

export function methodNotAllowed(method: string, allowed: readonly string[]): Refusal {
  const list = allowed.join(', ');
  return {
    code: 'method_not_allowed',
    path: [],
    message: { da: `${method} kan ikke bruges her.`, en: `${method} cannot be used here.` },
    remedy: { da: `Brug ${list}.`, en: `Use ${list}.` },
  };
}

export function mediaTypeNotOffered(offered: readonly string[]): Refusal {
  const list = offered.join(', ');
  return {
    code: 'media_type_not_offered',
    path: [],
    message: {
      da: 'Svaret kan ikke gives i den form, som Accept beder om.',
      en: 'The answer is not offered in the form that Accept asks for.',
    },
    remedy: { da: `Bed om ${list}.`, en: `Ask for ${list}.` },
  };
}
