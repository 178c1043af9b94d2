using System.Globalization;
using System.Text;
using BaseComponents.Sandbox.Mail.Gateway;
using BaseComponents.Sandbox.Pages;

namespace BaseComponents.Sandbox.Mail.Pages;

/// <summary>The German pages of the inbox. HTML of a mail is shown as its source, never rendered.</summary>
internal static class InboxView
{
    private const int ShownSource = 20_000;
    private static readonly TimeZoneInfo _saxony = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");

    public static Html List(IReadOnlyList<MailSummary> mails, MailDrop? drop) => Html.Of($"""
        <p>Alles, was Anwendungen an Adressen unterhalb von <code>.example</code> schicken, kommt hier an. Nichts verlässt diesen Rechner.</p>
        <section class="card">
          <h2>Nachrichten</h2>
          {(mails.Count == 0 ? Html.Of($"<p>Noch keine Nachricht.</p>") : Table(mails))}
        </section>
        {(drop is null ? Html.Empty : Drop(drop))}
        <section class="card">
          <h2>Zum Ausprobieren</h2>
          <dl>
            <dt>{SandboxMailboxes.Sender}</dt><dd>In diesem Namen sendet die Anwendung; Zertifikat und Schlüssel stehen in den Einstellungen.</dd>
            <dt>{SandboxMailboxes.RevokedCertificate}</dt><dd>Das Zertifikat dieses Postfachs ist gesperrt: die Anwendung muss das Senden verweigern.</dd>
            <dt>{SandboxMailboxes.ExpiredCertificate}</dt><dd>Das Zertifikat dieses Postfachs ist gestern abgelaufen: die Anwendung muss das Senden verweigern.</dd>
            <dt>{SandboxMailboxes.EllipticCurve}</dt><dd>Schlüssel auf der Kurve P-256; das Zertifikat gibt an, dass dieses Postfach AES-256-GCM lesen kann.</dd>
            <dt>{SandboxMailboxes.OpenPgp}</dt><dd>Dieses Postfach hat einen OpenPGP-Schlüssel und kein Zertifikat; die Anwendung findet ihn im Schlüsselverzeichnis der Domain.</dd>
            <dt>{SandboxMailboxes.RevokedOpenPgpKey}</dt><dd>Der OpenPGP-Schlüssel dieses Postfachs ist gesperrt: die Anwendung muss das Senden verweigern.</dd>
            <dt>{SandboxMailboxes.WithoutCertificate}</dt><dd>Für dieses Postfach gibt es kein Zertifikat: verschlüsselt senden geht nicht, nur über das Gateway in ein Postfach im Web.</dd>
            <dt>{SandboxMailboxes.OutOfReach}</dt><dd>Dieses Postfach erreicht auch das Gateway nicht verschlüsselt: es lehnt die Nachricht ab.</dd>
          </dl>
          <p>Jedes zweite Amt gibt in seinem Zertifikat an, dass es RSA-OAEP lesen kann; die anderen sagen nichts. Den Schlüssel eines Postfachs gibt es unter
          <code>/mail/keys/ADRESSE.pem</code>, zum Beispiel für <code>openssl cms -decrypt</code>, den OpenPGP-Schlüssel unter <code>/mail/keys/ADRESSE.asc</code> für <code>gpg --import</code>.</p>
        </section>
        """);

    public static Html Mail(StoredMail mail, OpenedMail opened, IReadOnlyList<GatewayDelivery> deliveries) => Html.Of($"""
        <p><a href="/mail">Zum Posteingang</a></p>
        {(opened.Problem is null ? SignatureNotice.Of(opened.Signature) : Html.Empty)}
        {Facts(mail.Summary, opened)}
        {Content(mail.Summary.Id, opened)}
        {(deliveries.Count == 0 ? Html.Empty : GatewayNotice.Of(mail.Summary.Id, deliveries))}
        <section class="card">
          <h2>So ging sie über die Leitung</h2>
          <p><a href="/mail/{mail.Summary.Id}.eml">Als Datei (.eml)</a></p>
          <pre>{Source(mail.Raw)}</pre>
        </section>
        """);

    private static Html Drop(MailDrop drop) => Html.Of($"""
        <section class="card">
          <h2>Ablage für Fachverfahren</h2>
          <p>Nachrichten an diese Postfächer werden außerdem als Dateien zugestellt (Maildir), jedes Postfach in seinen eigenen Ordner unterhalb von <code>{drop.Path}</code>. In <code>settings.json</code> daneben stehen die Einstellungen,
          mit denen ein Programm des Amtes sie liest und beantwortet.</p>
          <p>{drop.Folders.Count} Postfächer, {drop.Waiting} Nachrichten noch nicht abgeholt.</p>
        </section>
        """);

    private static Html Table(IReadOnlyList<MailSummary> mails) => Html.Of($"""
        <div class="scroll" role="region" aria-label="Tabelle: Nachrichten" tabindex="0"><table>
          <thead><tr><th scope="col">Betreff</th><th scope="col">An</th><th scope="col">Eingang</th><th scope="col">Größe</th></tr></thead>
          <tbody>{mails.Select(mail => Html.Of($"<tr><td><a href=\"/mail/{mail.Id}\">{Subject(mail)}</a></td><td>{string.Join(", ", mail.Recipients)}</td><td>{Time(mail)}</td><td>{Size(mail.Size)}</td></tr>"))}</tbody>
        </table></div>
        """);

    private static Html Facts(MailSummary mail, OpenedMail opened) => Html.Of($"""
        <section class="card">
          <h2>{Subject(opened.Subject is { } inside ? mail with { Subject = inside } : mail)}</h2>
          <dl>
            {(opened.Subject is not null && opened.Subject != mail.Subject ? Html.Of($"<dt>Betreff unterwegs</dt><dd>{mail.Subject}</dd>") : Html.Empty)}
            <dt>Eingang</dt><dd>{Time(mail)}</dd>
            <dt>Von (Umschlag)</dt><dd>{mail.Sender}</dd>
            <dt>An (Umschlag)</dt><dd>{string.Join(", ", mail.Recipients)}</dd>
            <dt>Message-ID</dt><dd>{mail.MessageId ?? "keine"}</dd>
            <dt>Transport</dt><dd>{(mail.Tls == "none" ? "unverschlüsselt" : mail.Tls)}</dd>
            <dt>Inhalt verschlüsselt</dt><dd>{(opened.Envelope is { } envelope ? $"ja: {envelope.Cipher}, Schlüssel mit {string.Join(", ", envelope.KeyTransports)}" : "nein")}</dd>
            <dt>Signatur</dt><dd>{(opened.Problem is null ? SignatureNotice.Line(opened.Signature) : Html.Of($"nicht geprüft"))}</dd>
          </dl>
        </section>
        """);

    private static Html Content(string id, OpenedMail opened) => opened.Problem is { } problem
        ? Html.Of($"<section class=\"card warning\"><h2>So liest sie das Amt</h2><p>{problem}</p></section>")
        : Html.Of($"""
            <section class="card">
              <h2>So liest sie das Amt</h2>
              {(opened.HasEncryptedPart ? Html.Of($"<p>Ein Teil der Nachricht ist für sich verschlüsselt. Er bleibt zu: wer ihn eingefügt hat, muss nicht der sein, der ihn verschlüsselt hat.</p>") : Html.Empty)}
              <pre>{opened.Text}</pre>
              {(opened.Html is { } html ? Html.Of($"<h3>HTML (Quelltext)</h3><pre>{html}</pre>") : Html.Empty)}
              {(opened.Files.Count == 0 ? Html.Empty : Html.Of($"<h3>Anlagen</h3><ul>{opened.Files.Select((file, index) => File(id, file, index + 1))}</ul>"))}
            </section>
            """);

    private static Html File(string id, OpenedFile file, int number) =>
        Html.Of($"<li><a href=\"/mail/{id}/files/{number}\">{file.Name}</a> ({file.MediaType}, {Size(file.Content.Length)})</li>");

    private static string Subject(MailSummary mail) => mail.Subject.Length == 0 ? "(ohne Betreff)" : mail.Subject;

    private static string Time(MailSummary mail) => TimeZoneInfo.ConvertTime(mail.ReceivedAt, _saxony).ToString("dd.MM.yyyy HH:mm:ss", _german);

    private static string Size(long bytes) => bytes < 1000 ? $"{bytes} Byte" : string.Create(_german, $"{bytes / 1000.0:0.#} kB");

    private static string Source(byte[] raw) =>
        Encoding.Latin1.GetString(raw, 0, Math.Min(raw.Length, ShownSource)) + (raw.Length > ShownSource ? $"\n… ({raw.Length - ShownSource} weitere Byte)" : "");
}
