/** Why a backup is not made or not put back, in a sentence for whoever asked for it. Nothing has been changed. */
export class BackupRefused extends Error {}
