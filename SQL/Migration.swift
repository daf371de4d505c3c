/// One numbered step of the schema; its file's name is its identity.
package struct Migration: Sendable, Hashable {
    /// From 1, without gaps.
    package let number: Int
    /// The file's name without its extension, such as `0001_foundation`.
    package let name: String
    /// Plain SQL, run in one transaction.
    package let script: String

    package init(number: Int, name: String, script: String) {
        self.number = number
        self.name = name
        self.script = script
    }

    private init(_ number: Int, _ name: String, _ bytes: [UInt8]) {
        self.init(number: number, name: name, script: String(decoding: bytes, as: UTF8.self))
    }

    /// Every migration that this binary knows, in order.
    ///
    /// A file that is added to the folder is added here, too.
    package static var all: [Migration] {
        [
            Migration(1, "0001_foundation", PackageResources._001_foundation_sql),
            Migration(2, "0002_commit", PackageResources._002_commit_sql),
            Migration(3, "0003_audit_v1", PackageResources._003_audit_v1_sql),
            Migration(4, "0004_roles", PackageResources._004_roles_sql),
            Migration(5, "0005_reference", PackageResources._005_reference_sql),
            Migration(6, "0006_elimination", PackageResources._006_elimination_sql),
            Migration(7, "0007_members", PackageResources._007_members_sql),
            Migration(8, "0008_row_security", PackageResources._008_row_security_sql),
            Migration(9, "0009_people", PackageResources._009_people_sql),
            Migration(10, "0010_retention", PackageResources._010_retention_sql),
            Migration(11, "0011_digest", PackageResources._011_digest_sql),
            Migration(12, "0012_seal", PackageResources._012_seal_sql),
            Migration(13, "0013_accounts", PackageResources._013_accounts_sql),
            Migration(14, "0014_reset", PackageResources._014_reset_sql),
            Migration(15, "0015_sight", PackageResources._015_sight_sql),
            Migration(16, "0016_pace", PackageResources._016_pace_sql),
            Migration(17, "0017_sight_of_the_asked", PackageResources._017_sight_of_the_asked_sql),
            Migration(18, "0018_letterhead", PackageResources._018_letterhead_sql),
            Migration(19, "0019_seal_chain", PackageResources._019_seal_chain_sql),
            Migration(20, "0020_contact", PackageResources._020_contact_sql),
            Migration(21, "0021_mandates", PackageResources._021_mandates_sql),
            Migration(22, "0022_readers_of_the_text", PackageResources._022_readers_of_the_text_sql),
            Migration(23, "0023_namesakes", PackageResources._023_namesakes_sql),
            Migration(24, "0024_subscriptions", PackageResources._024_subscriptions_sql),
            Migration(25, "0025_asked_bodies", PackageResources._025_asked_bodies_sql),
            Migration(26, "0026_undone_mergers", PackageResources._026_undone_mergers_sql),
            Migration(27, "0027_entered_reference", PackageResources._027_entered_reference_sql),
            Migration(28, "0028_cities", PackageResources._028_cities_sql),
            Migration(29, "0029_expired_digests", PackageResources._029_expired_digests_sql),
            Migration(30, "0030_access_log", PackageResources._030_access_log_sql),
            Migration(31, "0031_erased_people", PackageResources._031_erased_people_sql),
            Migration(32, "0032_found_words", PackageResources._032_found_words_sql),
            Migration(33, "0033_taken_names", PackageResources._033_taken_names_sql),
            Migration(34, "0034_passcodes", PackageResources._034_passcodes_sql),
            Migration(35, "0035_found_titles", PackageResources._035_found_titles_sql),
            Migration(36, "0036_unsent_drafts", PackageResources._036_unsent_drafts_sql),
            Migration(37, "0037_dear_office", PackageResources._037_dear_office_sql),
            Migration(38, "0038_blocked_files", PackageResources._038_blocked_files_sql),
            Migration(39, "0039_quick_pages", PackageResources._039_quick_pages_sql),
            Migration(40, "0040_sight_of_one_file", PackageResources._040_sight_of_one_file_sql),
            Migration(41, "0041_work_by_status", PackageResources._041_work_by_status_sql),
            Migration(42, "0042_found_mails", PackageResources._042_found_mails_sql),
            Migration(43, "0043_assistants", PackageResources._043_assistants_sql),
        ]
    }

    /// The schema that all migrations together make, as `pg_dump` writes it.
    package static var resultingSchema: String {
        String(decoding: PackageResources.schema_sql, as: UTF8.self)
    }
}
