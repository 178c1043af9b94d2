using System.Globalization;
using BaseComponents.Payments;
using BaseComponents.Payments.Bank;
using CsCheck;

namespace BaseComponents.Tests.Payments.Bank;

/// <summary>What is read out of statements and notices, in every version.</summary>
public sealed class CamtReaderTests
{
    [Theory]
    [InlineData("camt.053.001.02", "BOOK")]
    [InlineData("camt.053.001.08", "<Cd>BOOK</Cd>")]
    [InlineData("camt.054.001.02", "BOOK")]
    [InlineData("camt.054.001.08", "<Cd>BOOK</Cd>")]
    [InlineData("camt.053.001.13", "<Cd>BOOK</Cd>")]
    public async Task An_entry_is_read_with_its_references(string version, string status)
    {
        const string details = "<TxDtls><Refs><EndToEndId>E2E-1</EndToEndId></Refs><RmtInf><Ustrd>Hundesteuer</Ustrd><Ustrd>2027</Ustrd><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>";

        var entry = (await ReadAsync(CamtFile.Entry(details: details, status: status), version)).Should().ContainSingle().Subject;

        entry.Should().BeEquivalentTo(new CamtEntry { Id = "B-1", Account = "DE89370400440532013000", Amount = new Euro(96m), BookedOn = new DateOnly(2026, 11, 26), References = ["RF18539007547034", "E2E-1"], Text = "Hundesteuer\n2027" });
    }

    [Theory]
    [InlineData("PDNG")]
    [InlineData("<Cd>INFO</Cd>")]
    [InlineData("<Cd>FUTR</Cd>")]
    [InlineData("<Prtry>BOOK</Prtry>")]
    public async Task What_is_not_booked_is_left_out(string status) =>
        (await ReadAsync(CamtFile.Entry(status: status) + CamtFile.Entry(reference: "B-2"))).Should().ContainSingle().Which.Id.Should().Be("B-2");

    [Fact]
    public async Task Direction_reversal_and_day_are_those_of_the_entry()
    {
        var entries = await ReadAsync(
            CamtFile.Entry(direction: "DBIT", more: "<RvslInd>true</RvslInd>")
            + "<Ntry><Amt Ccy=\"EUR\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>false</RvslInd><Sts>BOOK</Sts><BookgDt><DtTm>2026-03-29T00:30:00+01:00</DtTm></BookgDt></Ntry>"
            + "<Ntry><Amt Ccy=\"EUR\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><ValDt><Dt>2026-03-30Z</Dt></ValDt></Ntry>");

        entries.Select(entry => (entry.IsDebit, entry.IsReversal, entry.BookedOn)).Should().Equal(
            (true, true, new DateOnly(2026, 11, 26)), (false, false, new DateOnly(2026, 3, 29)), (false, false, new DateOnly(2026, 3, 30)));
    }

    [Theory]
    [InlineData("12.345", "EUR")]
    [InlineData("12.34", "CHF")]
    public async Task Amounts_that_are_no_whole_cents_of_a_euro_are_none(string amount, string currency) =>
        (await ReadAsync(CamtFile.Entry(amount, currency: currency))).Should().ContainSingle().Which.Amount.Should().BeNull();

    [Fact]
    public Task Amounts_and_days_are_exact() => Gen.Select(Gen.Long[0, 99_999_999_999_999], Gen.Int[0, 20_000], Gen.Int[0, 3]).SampleAsync(async (cents, days, zeros) =>
    {
        var (amount, day) = (Euro.FromCents(cents), new DateOnly(2000, 1, 1).AddDays(days));
        var written = amount.Amount.ToString(CultureInfo.InvariantCulture) + new string('0', zeros);

        var entry = (await ReadAsync(CamtFile.Entry(written, day: day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))).Single();

        entry.Amount.Should().Be(amount);
        entry.BookedOn.Should().Be(day);
    }, iter: 300);

    [Fact]
    public async Task A_batch_is_read_as_its_transactions_each_with_a_key_of_its_own()
    {
        var entries = await ReadAsync(CamtFile.Entry("100.00", CamtFile.Part("96.00", "814200000001") + CamtFile.Part("4.00", "814200000002")));

        entries.Select(entry => (entry.Amount, entry.Text)).Should().Equal((new Euro(96m), "814200000001"), (new Euro(4m), "814200000002"));
        entries.Select(entry => entry.Id).Should().OnlyHaveUniqueItems().And.NotContain("B-1");
    }

    [Theory]
    [InlineData("96.01", "<Amt Ccy=\"EUR\">4.00</Amt>")]
    [InlineData("96.00", "")]
    [InlineData("96.00", "<Amt Ccy=\"USD\">4.00</Amt>")]
    public async Task A_batch_that_does_not_add_up_stays_whole(string first, string second)
    {
        var details = CamtFile.Part(first, "814200000001") + $"<TxDtls>{second}<RmtInf><Ustrd>814200000002</Ustrd></RmtInf></TxDtls>";

        (await ReadAsync(CamtFile.Entry("100.00", details))).Should().ContainSingle().Which.Should().Match<CamtEntry>(
            entry => entry.Id == "B-1" && entry.Amount == new Euro(100m) && entry.Text == "814200000001\n814200000002");
    }

    [Theory]
    [InlineData("")]
    [InlineData("NONREF")]
    [InlineData("a b")]
    public async Task Without_a_usable_key_the_content_is_the_key_in_every_version(string reference)
    {
        var first = (await ReadAsync(CamtFile.Entry(reference: reference, details: CamtFile.Said("x")))).Single().Id;

        first.Should().MatchRegex("^camt-[0-9a-f]{64}$");
        (await ReadAsync(CamtFile.Entry(reference: reference, details: CamtFile.Said("x"), status: "BOOK"), "camt.054.001.02")).Single().Id.Should().Be(first);
        (await ReadAsync(CamtFile.Entry(reference: reference, details: CamtFile.Said("y")))).Single().Id.Should().NotBe(first);
        (await ReadAsync(CamtFile.Entry("96.01", reference: reference, details: CamtFile.Said("x")))).Single().Id.Should().NotBe(first);
        (await ReadAsync(CamtFile.Entry(reference: reference, details: CamtFile.Said("x"), direction: "DBIT"))).Single().Id.Should().NotBe(first);
    }

    [Fact]
    public async Task Name_and_account_of_the_payer_are_not_read_and_their_words_are_not_printed()
    {
        const string parties = "<RltdPties><Dbtr><Nm>Erika Mustermann</Nm><Ustrd>Erika</Ustrd></Dbtr><DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct></RltdPties>";
        var details = $"<TxDtls>{parties}<RmtInf><Ustrd>Hundesteuer fuer Waldi</Ustrd></RmtInf><AddtlTxInf>Mustermann</AddtlTxInf></TxDtls>";

        var entry = (await ReadAsync(CamtFile.Entry(details: details, more: "<AddtlNtryInf>Mustermann</AddtlNtryInf>"))).Single();

        string.Join('|', entry.References.Append(entry.Id).Append(entry.Text)).Should().NotContainAny("Erika", "Mustermann", "DE02");
        entry.ToString().Should().Contain("B-1").And.NotContain("Waldi");
    }

    [Fact]
    public async Task Elements_of_others_and_entries_at_another_place_are_passed_over() => (await ReadAsync(
        "<x:Ntry xmlns:x=\"urn:x\"><x:Amt/></x:Ntry><SplmtryData><Ntry>nothing</Ntry></SplmtryData>" + CamtFile.Entry(details: "<TxDtls xmlns=\"urn:x\"><RmtInf><Ustrd>x</Ustrd></RmtInf></TxDtls>")))
        .Should().ContainSingle().Which.Text.Should().BeEmpty();

    internal static ValueTask<List<CamtEntry>> ReadAsync(string entries, string version = CamtFile.Statement) => CamtReader.ReadAsync(CamtFile.Of(entries, version)).ToListAsync();
}
