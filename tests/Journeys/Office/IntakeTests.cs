using BaseComponents.SecureMail;
using BaseComponents.Tests.Journeys.Licence;
using SpecialistProcedure.Cases;

namespace BaseComponents.Tests.Journeys.Office;

/// <summary>What the office books, and what it sets aside.</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private OfficeBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await OfficeBench.OpenAsync();
        await _bench.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_case_that_comes_twice_is_booked_and_answered_once()
    {
        await _bench.SendAsync("first", [OfficeBench.Xml(OfficeBench.CaseXmlText)]);
        await _bench.SendAsync("second", [OfficeBench.Xml(OfficeBench.CaseXmlText)]);

        await OfficeBench.UntilAsync(() => Task.FromResult(_bench.Unsettled.Length == 0 && _bench.Log.All.Contains("came once more", StringComparison.Ordinal)), "both mails are acknowledged");
        await OfficeBench.UntilAsync(async () => (await _bench.InboxAsync()).Contains($"Eingang bestätigt, Vorgang {OfficeBench.Number}"), "the portal is answered");
        (await _bench.CasesAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            OfficeBench.Number,
            Sender = "onlinedienste@beispielstadt.example",
            Amount = 84m,
            PaymentReference = "8142836357895",
            Jurisdiction = JurisdictionCheck.NotChecked,
        });
        (await _bench.RefusalsAsync()).Should().BeEmpty();
        _bench.SetAside.Should().BeEmpty();
        (await _bench.InboxAsync()).Count(subject => subject.StartsWith("Eingang bestätigt", StringComparison.Ordinal)).Should().Be(1);
        _bench.Log.All.Should().Contain($"Case {OfficeBench.Number} is booked").And.NotContainAny(SampleCase.HardName, "Büffel", "276098106123456", "Straße der Einheit");
    }

    [Fact]
    public async Task Another_case_under_a_number_that_is_taken_does_not_replace_the_first()
    {
        await _bench.SendAsync("first", [OfficeBench.Xml(OfficeBench.CaseXmlText)]);
        await OfficeBench.UntilAsync(async () => (await _bench.CasesAsync()).Count == 1, "the first is booked");
        var before = (await _bench.CasesAsync()).Single();

        await _bench.SendAsync("second", [OfficeBench.Xml(OfficeBench.CaseXmlText.Replace("Büffel", "Wolf", StringComparison.Ordinal))]);

        await ExpectRefusalAsync(RefusalReason.NumberTaken);
        (await _bench.CasesAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(before);
    }

    [Theory]
    [InlineData("<hundeanmeldung", RefusalReason.NotOfTheSchema)]
    [InlineData("<hundeanmeldung/>", RefusalReason.NotOfTheSchema)]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", RefusalReason.NotOfTheSchema)]
    [InlineData("", RefusalReason.NotOfTheSchema)]
    public async Task A_file_that_is_no_case_is_set_aside(string xml, RefusalReason reason)
    {
        await _bench.SendAsync("hostile", [OfficeBench.Xml(xml)]);

        await ExpectNothingAsync(reason);
    }

    [Theory]
    [InlineData("<hund>", "<hund><fremd/>", RefusalReason.NotOfTheSchema)]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE hundeanmeldung SYSTEM \"file:///etc/passwd\">", RefusalReason.NotOfTheSchema)]
    [InlineData("vorgangsnummer=\"HUND-2026-ABCD2345\"", "vorgangsnummer=\"HUND-1&#10;Bcc: x\"", RefusalReason.NotOfTheSchema)]
    [InlineData(">84.00<", ">999999999999999999999999999999999999999999<", RefusalReason.NotOfTheSchema)]
    [InlineData(">8142836357895<", ">1&#10;2<", RefusalReason.NotOfTheSchema)]
    [InlineData(">99102013104000<", ">99102013104001<", RefusalReason.OtherService)]
    [InlineData(">EUR<", ">USD<", RefusalReason.PaymentContradicts)]
    [InlineData(">84.00<", ">-84.00<", RefusalReason.PaymentContradicts)]
    [InlineData(">84.00<", ">84.001<", RefusalReason.PaymentContradicts)]
    [InlineData("<zahlungsreferenz>HUND-2026-ABCD2345", "<zahlungsreferenz>HUND-2026-ABCD2346", RefusalReason.PaymentContradicts)]
    public async Task A_case_that_was_changed_so_is_set_aside(string text, string hostile, RefusalReason reason)
    {
        OfficeBench.CaseXmlText.Should().Contain(text);

        await _bench.SendAsync("hostile", [OfficeBench.Xml(OfficeBench.CaseXmlText.Replace(text, hostile, StringComparison.Ordinal))]);

        await ExpectNothingAsync(reason);
    }

    [Fact]
    public async Task A_mail_with_no_case_file_or_two_is_set_aside()
    {
        await _bench.SendAsync("none", [OfficeBench.Xml(OfficeBench.CaseXmlText, "fall.txt")]);
        await ExpectNothingAsync(RefusalReason.NoCaseFile);
        await _bench.SendAsync("two", [OfficeBench.Xml(OfficeBench.CaseXmlText), OfficeBench.Xml(OfficeBench.CaseXmlText, "ZWEI.XML")]);
        await OfficeBench.UntilAsync(async () => (await _bench.RefusalsAsync()).Count == 2, "the second is set aside");
        await ExpectNothingAsync(RefusalReason.NoCaseFile);
    }

    [Fact]
    public async Task A_case_file_that_is_too_large_is_set_aside()
    {
        await _bench.SendAsync("large", [OfficeBench.Xml(OfficeBench.CaseXmlText + new string(' ', 300_000))]);

        await ExpectNothingAsync(RefusalReason.TooLarge);
    }

    [Fact]
    public async Task A_case_in_a_mail_that_is_not_encrypted_is_set_aside()
    {
        await _bench.SendAsync("plain", [OfficeBench.Xml(OfficeBench.CaseXmlText)], protection: MailProtection.Plain("test"));

        await ExpectNothingAsync(RefusalReason.NotEncrypted);
    }

    [Fact]
    public async Task A_case_that_somebody_else_has_signed_is_set_aside_however_good_the_signature()
    {
        await _bench.SendAsync("other", [OfficeBench.Xml(OfficeBench.CaseXmlText)], mailbox: OfficeBench.Office);

        await ExpectNothingAsync(RefusalReason.UnknownSender);
    }

    [Fact]
    public async Task A_mail_without_signature_is_set_aside_and_stops_nobody()
    {
        var file = Path.Combine(_bench.Mailbox, "tmp", "a");
        await File.WriteAllTextAsync(file, "From: onlinedienste@beispielstadt.example\r\nMessage-ID: <a@b.example>\r\nSubject: x\r\n\r\ny\r\n", TestContext.Current.CancellationToken);
        File.Move(file, Path.Combine(_bench.Mailbox, "new", "a"));
        await ExpectNothingAsync(RefusalReason.NotSigned);

        await _bench.SendAsync("good", [OfficeBench.Xml(OfficeBench.CaseXmlText)]);

        await OfficeBench.UntilAsync(async () => (await _bench.CasesAsync()).Count == 1, "the next one is booked");
    }

    private async Task ExpectNothingAsync(RefusalReason reason)
    {
        await ExpectRefusalAsync(reason);
        (await _bench.CasesAsync()).Should().BeEmpty();
        (await _bench.InboxAsync()).Should().NotContain(subject => subject.StartsWith("Eingang", StringComparison.Ordinal), "nobody is answered");
    }

    private async Task ExpectRefusalAsync(RefusalReason reason)
    {
        await OfficeBench.UntilAsync(async () => (await _bench.RefusalsAsync()).Count > 0 && _bench.Unsettled.Length == 0, $"a mail is set aside; the log says {_bench.Log.Errors}");
        (await _bench.RefusalsAsync()).Should().OnlyContain(refusal => refusal.Reason == reason);
        _bench.SetAside.Should().HaveCount((await _bench.RefusalsAsync()).Count);
    }
}
