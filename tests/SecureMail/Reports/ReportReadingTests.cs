using System.Text;
using BaseComponents.SecureMail.Reports;

namespace BaseComponents.Tests.SecureMail.Reports;

/// <summary>Reports are recognised, read tolerantly, and bounded.</summary>
public sealed class ReportReadingTests : IDisposable
{
    private readonly MailLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task AReportOfFailureIsReadWithItsCodesAndWithoutItsText()
    {
        var report = await DeliveryAsync(ReportMail.Fields(
            "failed", status: "5.1.1 (unknown)", original: "amt+2Bpost@amt.example", more: "Remote-MTA: dns; mx.amt.example\r\nDiagnostic-Code: smtp; 550-5.1.1 <erika@amt.example>\r\n unknown\r\n"));

        report.EnvelopeId.Should().Be(ReportMail.Envelope);
        report.ReportingServer.Should().Be("mail.stadt.example");
        report.Recipients.Should().ContainSingle().Which.Should().BeEquivalentTo(new ReportedRecipient
        {
            OriginalRecipient = "amt+2Bpost@amt.example",
            FinalRecipient = MailLab.Office,
            Action = DeliveryAction.Failed,
            Status = new EnhancedStatus(5, 1, 1),
            RemoteServer = "mx.amt.example",
            DiagnosticCode = 550,
        });
        $"{report} {report.Recipients[0]}".Should().NotContain("@").And.NotContain("erika");
    }

    [Fact]
    public async Task UnknownActionsKeepTheirName() => (await DeliveryAsync(ReportMail.Fields("Framed"))).Recipients[0].Action.Should().Be(new DeliveryAction("framed"));

    [Fact]
    public async Task EachRecipientIsAGroup()
    {
        var report = await DeliveryAsync(ReportMail.Fields("delivered", more: "\r\nFinal-Recipient: rfc822;b@amt.example\r\nAction: delayed\r\n\r\nFinal-Recipient: rfc822;c@amt.example\r\n"));

        report.Recipients.Select(recipient => (recipient.FinalRecipient, recipient.Action.Name)).Should().Equal((MailLab.Office, "delivered"), ("b@amt.example", "delayed"));
    }

    [Fact]
    public async Task ServersThatBreakTheRulesALittleAreUnderstood()
    {
        var bare = "Original-Envelope-Id: 00ff\nFinal-Recipient: rfc822;<b@amt.example>\nACTION: FAILED (for good)\nStatus: 5.0\nDiagnostic-Code: x-unix; 12\n";
        var report = (DeliveryReport)(await _lab.ReadAsync(ReportMail.Mail("x=y", "Content-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(Encoding.ASCII.GetBytes(bare))))).Report!;

        report.EnvelopeId.Should().Be("00ff");
        report.Recipients.Should().ContainSingle().Which.Should().BeEquivalentTo(new ReportedRecipient { FinalRecipient = "b@amt.example", Action = DeliveryAction.Failed });
    }

    [Theory]
    [InlineData("<steueramt>@amt.example")]
    [InlineData("steueramt@amt.example, b@amt.example")]
    [InlineData("\"a b\"@amt.example")]
    [InlineData("jürgen@amt.example")]
    public async Task WhatIsNoPlainAddressIsNone(string address) => (await DeliveryAsync(ReportMail.Fields("failed", final: address))).Recipients[0].FinalRecipient.Should().BeNull();

    [Fact]
    public async Task AReportOfReadingIsRead()
    {
        var report = (ReadingReport)(await _lab.ReadAsync(ReportMail.Reading("automatic-action/MDN-sent-automatically; displayed/error"))).Report!;

        report.Should().BeEquivalentTo(new ReadingReport
        {
            OriginalMessageId = "1@stadt.example",
            FinalRecipient = MailLab.Office,
            Disposition = MailDisposition.Displayed,
            IsAutomatic = true,
            HasError = true,
        });
        report.ToString().Should().NotContain("@");
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "no action", ReportMail.Delivery("Reporting-MTA: dns; a.example\r\n\r\nFinal-Recipient: rfc822;a@amt.example\r\n") },
        { "no part", ReportMail.Delivery(ReportMail.Fields("failed"), part: "text/plain") },
        { "too long", ReportMail.Delivery(ReportMail.Fields("failed", more: "X-Long: " + new string('x', 5000))) },
        { "too large", ReportMail.Delivery(ReportMail.Fields("failed", more: string.Concat(Enumerable.Repeat("\r\nX: y\r\n", 40_000)))) },
        { "too many fields", ReportMail.Delivery(ReportMail.Fields("failed", more: string.Concat(Enumerable.Range(0, 200).Select(number => $"X-{number}: y\r\n")))) },
        { "too many recipients", ReportMail.Delivery(ReportMail.Fields("failed", more: string.Concat(Enumerable.Repeat("\r\nAction: failed\r\n", 2000)))) },
        { "no disposition", ReportMail.Reading("displayed") },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task WhatCannotBeReadIsSaidToBeUnreadable(string why, byte[] mail) => (await _lab.ReadAsync(mail)).Report.Should().BeOfType<UnreadableReport>(why);

    [Fact]
    public async Task OtherMailsAreNoReports()
    {
        (await _lab.ReadAsync(Encoding.ASCII.GetBytes($"From: {MailLab.Office}\r\n\r\nText"))).Report.Should().BeNull();
        (await _lab.ReadAsync(ReportMail.Delivery(ReportMail.Fields("failed"), type: "feedback-report"))).Report.Should().BeNull();
        (await _lab.ReadAsync(ReportMail.Mail("x=y", "Content-Type: text/plain\r\n\r\nText"))).Report.Should().BeNull();
        var inside = $"Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n{ReportMail.Entity("report-type=delivery-status", "Content-Type: message/delivery-status\r\n\r\n" + ReportMail.Fields("failed"))}\r\n--o--\r\n";
        (await _lab.ReadAsync(Encoding.ASCII.GetBytes($"From: {MailLab.Office}\r\nMIME-Version: 1.0\r\n{inside}"))).Report.Should().BeNull();
    }

    [Theory]
    [InlineData("2.0.0", true)]
    [InlineData("5.999.7", true)]
    [InlineData("3.0.0", false)]
    [InlineData("5.1", false)]
    [InlineData("5.1.1.1", false)]
    [InlineData("5.1000.1", false)]
    [InlineData("5.-1.1", false)]
    [InlineData("5. 1.1", false)]
    public void AStatusHasThreeNumbers(string text, bool isOne)
    {
        EnhancedStatus.TryParse(text, out var status).Should().Be(isOne);
        if (isOne)
            status.ToString().Should().Be(text);
    }

    private async Task<DeliveryReport> DeliveryAsync(string fields) => (DeliveryReport)(await _lab.ReadAsync(ReportMail.Delivery(fields))).Report!;
}
