/**
 * Where each municipality lies on the map of tiles, by its code: one equal square each, placed by hand so that neighbours are
 * near each other and the shape is that of Denmark. No geodata: it says roughly where, and nothing of area.
 */
const ROWS: readonly string[] = [
  '                    0860 0813      0825',
  '               0849 0810 0851',
  '          0787 0820 0840 0846                               0270 0217',
  '          0773 0779 0791 0730 0707                     0260 0219 0210',
  '     0665 0671 0661 0740 0710 0706                     0250 0201 0223',
  '     0760 0657 0756 0746 0751      0741      0306      0240 0190 0230',
  '     0573 0530 0766 0615 0727                          0151 0163 0159 0173 0157',
  '0563 0561 0575 0630                          0326 0316 0165 0161 0175 0147 0101',
  '          0510 0621 0607 0410 0480 0461 0440      0350 0169 0153 0167      0185',
  '     0550 0580 0540      0420 0430 0450      0340 0265 0183 0187           0155',
  '                         0492 0479 0482      0330 0329 0269 0253',
  '                                                  0370 0320 0259 0336      0400',
  '                                                       0390',
  '                                                  0360 0376',
];

/** Characters that one tile takes up in a row above. */
const PITCH = 5;

export interface Place {
  readonly municipality: string;
  /** From 1, as grids count. */
  readonly column: number;
  readonly row: number;
}

export const PLACES: readonly Place[] = ROWS.flatMap((line, row) =>
  [...line.matchAll(/\d{4}/g)].map(({ 0: municipality, index }) => ({
    municipality,
    column: index / PITCH + 1,
    row: row + 1,
  })),
);
