using System.Globalization;
using BaseComponents.Payments;
using BaseComponents.Payments.Bank;
using BaseComponents.Payments.Transfers;
using CsCheck;

namespace BaseComponents.Tests.Payments.Bank;

/// <summary>Which entries are about which payments, and which of them decide something.</summary>
public sealed class BankMatcherTests
{
    private const string Kassenzeichen = "814200000001";
    private static readonly CamtEntry Entry = new() { Id = "B-1", Amount = new Euro(96m), BookedOn = new DateOnly(2026, 11, 26), Text = Kassenzeichen };

    [Theory]
    [InlineData("814200000001")]
    [InlineData("814200000001/Hundesteuer 2027")]
    [InlineData("Hundesteuer 8142 0000 0001 vielen Dank")]
    [InlineData("Hundesteuer 81420000\n0001")]
    [InlineData("KZ:814200000001,2027")]
    [InlineData("8142-0000-0001")]
    public void A_Kassenzeichen_is_found_in_the_words_of_the_payer(string text) => Match(Entry with { Text = text }).Outcome.Should().Be(BankMatchOutcome.Matched);

    [Theory]
    [InlineData("1814200000001")]
    [InlineData("8142000000012")]
    [InlineData("A814200000001")]
    [InlineData("Ä814200000001")]
    [InlineData("81420000,0001")]
    [InlineData("81420000000I")]
    [InlineData("")]
    public void Something_longer_or_alike_is_not_it(string text) => Match(Entry with { Text = text }).Outcome.Should().Be(BankMatchOutcome.UnknownReference);

    [Fact]
    public void A_creditor_reference_is_found_in_its_field_and_in_the_text()
    {
        var reference = CreditorReference.Create(BaseComponents.Payments.Kassenzeichen.Parse(Kassenzeichen));
        foreach (var entry in new[] { Entry with { Text = "", References = [reference.ToString()] }, Entry with { Text = $"Rechnung {reference.ToString("P", CultureInfo.InvariantCulture)}" } })
            Match(entry).Outcome.Should().Be(BankMatchOutcome.Matched);

        var wrong = "RF" + (reference.ToString()[2..4] == "10" ? "11" : "10") + Kassenzeichen;
        Match(Entry with { Text = "", References = [wrong] }).Outcome.Should().Be(BankMatchOutcome.UnknownReference);
    }

    [Theory]
    [InlineData("DE89370400440532013000", BankMatchOutcome.Matched)]
    [InlineData("DE89 3704 0044 0532 0130 00", BankMatchOutcome.Matched)]
    [InlineData("DE71110220330123456789", BankMatchOutcome.ForeignAccount)]
    [InlineData("532013000", BankMatchOutcome.ForeignAccount)]
    [InlineData("", BankMatchOutcome.ForeignAccount)]
    public void An_entry_of_an_account_that_is_not_the_Mandants_decides_nothing(string account, BankMatchOutcome expected)
    {
        var matcher = new BankMatcher([Attempt()], [], [Iban.Parse("DE33100205000001194700"), Iban.Parse("DE89370400440532013000")]);

        var match = matcher.Match(Entry with { Account = account });

        match.Outcome.Should().Be(expected);
        (match.Evidence is not null).Should().Be(expected is BankMatchOutcome.Matched);
        match.ShowsPayment.Should().Be(expected is BankMatchOutcome.Matched);
        matcher.Match(Entry with { Account = "DE33100205000001194700" }).Outcome.Should().Be(
            expected is BankMatchOutcome.Matched ? BankMatchOutcome.AlreadyUsed : BankMatchOutcome.Matched, "a foreign entry uses no key up");
    }

    [Fact]
    public void A_short_Kassenzeichen_is_looked_for_in_fields_alone()
    {
        var matcher = new BankMatcher([Attempt(kassenzeichen: "2027")], [], []);

        matcher.Match(Entry with { Text = "Hundesteuer 2027" }).Outcome.Should().Be(BankMatchOutcome.UnknownReference);
        matcher.Match(Entry with { Text = "", References = ["2027"] }).Outcome.Should().Be(BankMatchOutcome.Matched);
    }

    [Fact]
    public void Another_amount_another_currency_and_several_payments_do_not_match()
    {
        Match(Entry with { Amount = new Euro(95.99m) }).Should().Match<BankMatch>(match => match.Outcome == BankMatchOutcome.OtherAmount && match.Evidence == null && !match.ShowsPayment);
        Match(Entry with { Amount = null }).Outcome.Should().Be(BankMatchOutcome.OtherAmount);
        var two = new BankMatcher([Attempt(), Attempt(2, "814200000002")], [], []).Match(Entry with { Text = "814200000001 und 814200000002" });
        two.Should().Match<BankMatch>(match => match.Outcome == BankMatchOutcome.Ambiguous && match.Attempts.Count == 2 && match.Evidence == null && !match.ShowsPayment);
        new BankMatcher([Attempt(), Attempt(2)], [], []).Match(Entry).Outcome.Should().Be(BankMatchOutcome.Ambiguous);
    }

    [Fact]
    public void An_entry_counts_once()
    {
        var matcher = new BankMatcher([Attempt()], [], []);
        matcher.Match(Entry).Outcome.Should().Be(BankMatchOutcome.Matched);
        matcher.Match(Entry).Should().Match<BankMatch>(match => match.Outcome == BankMatchOutcome.AlreadyUsed && match.Evidence == null && !match.ShowsPayment);
        matcher.Match(Entry with { Id = "B-2" }).Outcome.Should().Be(BankMatchOutcome.Matched);
    }

    [Theory]
    [InlineData(PaymentState.OutcomeUnknown, true)]
    [InlineData(PaymentState.Failed, true)]
    [InlineData(PaymentState.Canceled, true)]
    [InlineData(PaymentState.Expired, true)]
    [InlineData(PaymentState.Abandoned, true)]
    [InlineData(PaymentState.PaidLate, true)]
    [InlineData(PaymentState.Mismatch, true)]
    [InlineData(PaymentState.DoublePayment, false)]
    [InlineData(PaymentState.Paid, false)]
    [InlineData(PaymentState.Creating, false)]
    [InlineData(PaymentState.Open, false)]
    [InlineData(PaymentState.Rejected, false)]
    [InlineData(PaymentState.Refunded, false)]
    [InlineData(PaymentState.ReturnDebited, false)]
    public void Money_that_came_shows_that_an_attempt_is_paid_where_that_can_be_decided(PaymentState state, bool shows)
    {
        BankMatch MatchOf(CamtEntry entry) => new BankMatcher([Attempt() with { State = state }], [], []).Match(entry);

        MatchOf(Entry).ShowsPayment.Should().Be(shows);
        MatchOf(Entry with { IsDebit = true }).ShowsPayment.Should().BeFalse();
        MatchOf(Entry with { IsReversal = true }).ShowsPayment.Should().BeFalse();
    }

    /// <summary>However a Kassenzeichen is broken into lines and groups, it is found; no other one is.</summary>
    [Fact]
    public void Breaks_do_not_hide_a_Kassenzeichen() => Gen.Select(Gen.Char['0', '9'].Array[6, 21], Gen.Int[0, 20].Array[0, 3], Nasty()).Sample((digits, breaks, before) =>
    {
        var kassenzeichen = new string(digits);
        var written = kassenzeichen;
        foreach (var place in breaks.Distinct().Where(place => place > 0 && place < kassenzeichen.Length).OrderDescending())
            written = written.Insert(place, place % 2 == 0 ? " " : "\n");
        var matcher = new BankMatcher([Attempt(kassenzeichen: kassenzeichen), Attempt(2, kassenzeichen + "7")], [], []);

        var match = matcher.Match(Entry with { Text = $"{before},{written},x" });

        match.Attempts.Should().ContainSingle().Which.Attempt.Should().Be(1);
    }, iter: 2000);

    private static Gen<string> Nasty() => Transfers.Nasty.OneOf("", "ä", "Hund 🐕", "\ud83d", "12345", "\u200f", "RF00");

    private static BankMatch Match(CamtEntry entry) => new BankMatcher([Attempt()], [], []).Match(entry);

    private static PaymentRecord Attempt(int attempt = 1, string kassenzeichen = Kassenzeichen) => new()
    {
        Tenant = "",
        Reference = "case-1",
        Attempt = attempt,
        RequestId = $"request-{attempt}",
        Fingerprint = "f",
        Amount = new Euro(96m),
        State = PaymentState.Expired,
        TransactionReference = kassenzeichen,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };
}
