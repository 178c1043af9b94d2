using System.Text;

namespace BaseComponents.Sandbox.Mail.Reports;

/// <summary>A report that a mail could not be delivered (RFC 3464), as the sender's mailbox gets it.</summary>
internal static class DeliveryReport
{
    public const string Mailer = "mailer-daemon@sandbox.example";

    /// <param name="sender">Who gets it.</param>
    /// <param name="recipient">Who was not reached.</param>
    /// <param name="envelopeId">ENVID of the mail, or null.</param>
    /// <param name="messageId">Message-ID of the mail with its brackets, or null.</param>
    /// <param name="now">When.</param>
    public static byte[] Write(string sender, string recipient, string? envelopeId, string? messageId, DateTimeOffset now)
    {
        var boundary = Guid.NewGuid().ToString("N");
        var report = new StringBuilder();
        Line($"From: Mail Delivery System <{Mailer}>");
        Line($"To: {sender}");
        Line("Subject: Undelivered Mail Returned to Sender");
        Line($"Date: {now.ToString("r", System.Globalization.CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal)}");
        Line($"Message-ID: <{Guid.NewGuid():N}@sandbox.example>");
        Line("Auto-Submitted: auto-replied");
        Line("MIME-Version: 1.0");
        Line($"Content-Type: multipart/report; report-type=delivery-status; boundary={boundary}");
        Part("text/plain", "The mail could not be delivered to one or more recipients.");
        Part("message/delivery-status", [
            "Reporting-MTA: dns; sandbox.example", .. envelopeId is null ? Array.Empty<string>() : [$"Original-Envelope-Id: {envelopeId}"], "",
            $"Final-Recipient: rfc822; {recipient}", "Action: failed", "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 User unknown"]);
        Part("text/rfc822-headers", messageId is null ? "" : $"Message-ID: {messageId}");
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
}
