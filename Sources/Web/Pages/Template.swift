/// The texts of the templates (Mustache), one file each.
enum Template {}
