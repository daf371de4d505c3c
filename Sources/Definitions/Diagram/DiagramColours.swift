import Agreements

/// The colours of pictures; text on each has a contrast of at least 7:1 (WCAG 2.2, 1.4.6).
enum DiagramColours {
    static let ink = "#1a1a1a"
    static let act = "#17375e"
    static let timer = "#7a3b00"
    static let machine = "#4a4a4a"
    static let active = "#a3210f"
    static let activeFill = "#cfe3f7"
    static let mark = "#5a1207"

    static func fill(_ status: LegalStatus?) -> String {
        switch status {
        case .inForce?: "#cfead3"
        case .suspended?: "#fbe3b4"
        case .expiredPending?: "#f6d3cb"
        case .ended?: "#dcdce4"
        case LegalStatus.none?, nil: "#ffffff"
        }
    }

    static func words(_ status: LegalStatus, _ language: Language) -> String {
        switch (status, language) {
        case (.none, .french): "sans effet juridique"
        case (.none, .english): "not binding"
        case (.inForce, .french): "en vigueur"
        case (.inForce, .english): "in force"
        case (.suspended, .french): "suspendu"
        case (.suspended, .english): "suspended"
        case (.expiredPending, .french): "échu, suite en attente"
        case (.expiredPending, .english): "expired, sequel pending"
        case (.ended, .french): "fini"
        case (.ended, .english): "ended"
        }
    }
}
