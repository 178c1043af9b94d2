using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Mail;

/// <summary>What the mail server, and those who vouch for its certificates, can be told to do wrong.</summary>
internal static class MailFaults
{
    public const string StartTlsMissing = "mail.starttls.missing";
    public const string RejectRecipient = "mail.reject.recipient";
    public const string DropAfterDot = "mail.drop-after-dot";
    public const string DropBeforeDot = "mail.drop-before-dot";
    public const string BusyAfterDot = "mail.busy-after-dot";
    public const string RejectAfterDot = "mail.reject-after-dot";
    public const string BusyRecipient = "mail.busy.recipient";
    public const string TlsExpired = "mail.tls.expired";
    public const string ReportFailure = "mail.dsn.failure";
    public const string ReportDelay = "mail.dsn.delayed";
    public const string ReportForgedByRecipient = "mail.dsn.forged-message-id";
    public const string ReportForged = "mail.dsn.forged";
    public const string GatewayForgedMark = "mail.gateway.forged-mark";
    public const string Busy = "mail.busy";
    public const string OcspRevoked = "mail.ocsp.revoked";
    public const string OcspLying = "mail.ocsp.lying";
    public const string OcspUnreachable = "mail.ocsp.unreachable";
    public const string ListExpired = "mail.crl.expired";
    public const string ListUnreachable = "mail.crl.unreachable";
    public const string TimeStampUnreachable = "mail.time-stamp.unreachable";

    public const string WebKeyUnknown = "mail.wkd.unknown";
    public const string WebKeyRevoked = "mail.wkd.revoked-key";
    public const string WebKeyOfAnother = "mail.wkd.key-of-another";
    public const string WebKeyOversized = "mail.wkd.oversized";
    public const string WebKeySlow = "mail.wkd.slow";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(StartTlsMissing, "Der Mailserver bietet kein STARTTLS an und nähme die Nachricht im Klartext.");
        faults.Register(RejectRecipient, "Der Mailserver lehnt einen Empfänger endgültig ab (550).");
        faults.Register(DropAfterDot, "Der Mailserver nimmt die Nachricht an und trennt die Verbindung vor seiner Antwort.");
        faults.Register(DropBeforeDot, "Der Mailserver trennt die Verbindung mitten in der Nachricht.");
        faults.Register(BusyAfterDot, "Der Mailserver lehnt die vollständige Nachricht vorläufig ab (451).");
        faults.Register(RejectAfterDot, "Der Mailserver lehnt die vollständige Nachricht endgültig ab (554).");
        faults.Register(BusyRecipient, "Der Mailserver lehnt einen Empfänger vorläufig ab (451).");
        faults.Register(TlsExpired, "Das TLS-Zertifikat des Mailservers ist gestern abgelaufen.");
        faults.Register(ReportFailure, "Nach der angenommenen Nachricht kommt ein Bericht, dass sie nicht zugestellt werden konnte, nach der angegebenen Zeit (milliseconds).");
        faults.Register(ReportDelay, "Es kommt ein Bericht, dass die angenommene Nachricht noch nicht zugestellt werden konnte und weiter versucht wird, nach der angegebenen Zeit (milliseconds).");
        faults.Register(ReportForgedByRecipient, "Jemand, der die Nachricht kennt, fälscht einen Zustellbericht: mit ihrer Message-ID, ohne die richtige ENVID.");
        faults.Register(ReportForged, "Ein Fremder schickt einen Zustellbericht über eine Nachricht, die es nie gab.");
        faults.Register(GatewayForgedMark, "Die nächste eingehende Nachricht kommt am Gateway vorbei, mit gefälschten Kennzeichen des Gateways.");
        faults.Register(Busy, "Der Mailserver ist beschäftigt und nimmt gerade nichts an (451).");
        faults.Register(OcspRevoked, "Der OCSP-Dienst meldet das nächste erfragte Zertifikat als gesperrt, auch das eines Empfängers, der es nicht ist.");
        faults.Register(OcspLying, "Der OCSP-Dienst meldet „gültig“, unterschrieben von jemandem, der es nicht sagen darf.");
        faults.Register(OcspUnreachable, "Der OCSP-Dienst trennt die Verbindung vor seiner Antwort.");
        faults.Register(ListExpired, "Die Sperrliste ist gestern abgelaufen.");
        faults.Register(ListUnreachable, "Der Server der Sperrliste trennt die Verbindung vor seiner Antwort.");
        faults.Register(TimeStampUnreachable, "Der Zeitstempeldienst trennt die Verbindung vor seiner Antwort.");
        faults.Register(WebKeyUnknown, "Das Schlüsselverzeichnis kennt das nächste erfragte Postfach nicht.");
        faults.Register(WebKeyRevoked, "Das Schlüsselverzeichnis liefert einen gesperrten OpenPGP-Schlüssel.");
        faults.Register(WebKeyOfAnother, "Das Schlüsselverzeichnis liefert den OpenPGP-Schlüssel eines anderen Postfachs.");
        faults.Register(WebKeyOversized, "Das Schlüsselverzeichnis liefert 2 MB statt eines Schlüssels.");
        faults.Register(WebKeySlow, "Das Schlüsselverzeichnis antwortet erst nach der angegebenen Zeit (milliseconds).");
    }
}
