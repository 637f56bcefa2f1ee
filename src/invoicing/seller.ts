/** An address in Denmark. */
export interface Address {
  readonly street: string;
  readonly building: string;
  readonly postalCode: string;
  readonly city: string;
}

/**
 * How an invoice can be paid. One way only: e-invoices of the European norm must not name two (UBL-SR-44, UBL-SR-47).
 */
export type Payment =
  /** To a bank account: registration number of 4 digits but 0000, account of up to 10. */
  | { readonly kind: 'bank'; readonly registration: string; readonly account: string }
  /** By payment slip (*FIK 71*) to a creditor number of 8 digits. */
  | { readonly kind: 'fik'; readonly creditor: string };

/** Who sends the invoices: configuration. */
export interface Seller {
  readonly name: string;
  readonly cvr: string;
  readonly address: Address;
  readonly contact: { readonly name: string; readonly email: string; readonly phone?: string };
  readonly payment: Payment;
}
