import { z } from 'zod';

const MOST_ITEMS = 200;
const USUAL_ITEMS = 50;

/** `?limit=&cursor=` of every list. */
export const listingQuerySchema = z.strictObject({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, { error: 'limit_form' })
    .transform(Number)
    .refine((limit) => limit <= MOST_ITEMS, { error: 'limit_form' })
    .default(USUAL_ITEMS)
    .meta({ description: `How many items at most: 1 to ${MOST_ITEMS}, ${USUAL_ITEMS} when it is left out` }),
  cursor: z.string().max(200).exactOptional().meta({ description: '`nextCursor` of the page before' }),
});

/** Any text: an id of a wrong form is as unknown as any other. */
export const idParamsSchema = z.strictObject({ id: z.string() });

/** One page of a list, with the cursor of the next when there is more. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().exactOptional() });
}
