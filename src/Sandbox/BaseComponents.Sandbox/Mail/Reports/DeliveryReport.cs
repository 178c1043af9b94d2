using System.Globalization;
using System.Text;

namespace BaseComponents.Sandbox.Mail.Reports;

/// <summary>A report on the delivery of a mail (RFC 3464), as the sender's mailbox gets it.</summary>
internal static class DeliveryReport
{
    public const string Mailer = "mailer-daemon@sandbox.example";

    public static byte[] Write(ReportKind kind, ReportedMail mail, DateTimeOffset now)
    {
        var boundary = Guid.NewGuid().ToString("N");
        var report = new StringBuilder();
        Line($"From: Mail Delivery System <{Mailer}>");
        Line($"To: {mail.Sender}");
        Line($"Subject: {kind.Subject}");
        Line($"Date: {now.ToString("r", CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal)}");
        Line($"Message-ID: <{Guid.NewGuid():N}@sandbox.example>");
        Line("Auto-Submitted: auto-replied");
        Line("MIME-Version: 1.0");
        Line($"Content-Type: multipart/report; report-type=delivery-status; boundary={boundary}");
        Part("text/plain", kind.Text);
        Part("message/delivery-status", [.. OfMail(mail), .. mail.Recipients.SelectMany(recipient => OfRecipient(kind, mail, recipient))]);
        Part("text/rfc822-headers", mail.MessageId is null ? "" : $"Message-ID: {mail.MessageId}");
        Line($"--{boundary}--");
        return Encoding.ASCII.GetBytes(report.ToString());

        void Line(string line) => report.Append(line).Append("\r\n");

        void Part(string type, params string[] lines)
        {
            Line("");
            Line($"--{boundary}");
            Line($"Content-Type: {type}");
            Line("");
            Array.ForEach(lines, Line);
        }
    }

    private static IEnumerable<string> OfMail(ReportedMail mail)
    {
        yield return "Reporting-MTA: dns; sandbox.example";
        if (mail.EnvelopeId is { } envelope)
            yield return $"Original-Envelope-Id: {envelope}";
    }

    private static IEnumerable<string> OfRecipient(ReportKind kind, ReportedMail mail, string recipient)
    {
        yield return "";
        if (mail.Originals.TryGetValue(recipient, out var original))
            yield return $"Original-Recipient: {original}";
        yield return $"Final-Recipient: rfc822; {recipient}";
        yield return $"Action: {kind.Action}";
        yield return $"Status: {kind.Status}";
        if (kind.Diagnostic is { } diagnostic)
            yield return $"Diagnostic-Code: smtp; {diagnostic}";
    }
}
