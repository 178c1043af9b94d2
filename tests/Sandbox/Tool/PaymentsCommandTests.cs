using BaseComponents.Payments;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary><c>basecomponents payments</c> as a treasury runs it.</summary>
public sealed class PaymentsCommandTests : IAsyncLifetime
{
    private static readonly string[] Clerk = ["--person", "4711", "--reason", "Kontoauszug 12"];
    private TreasuryDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TreasuryDatabase.CreateAsync();
        await _database.AddAsync("case-double", PaymentState.Paid, "814200000001");
        await _database.AddAsync("case-double", PaymentState.DoublePayment, "814200000002", attempt: 2);
        await _database.AddAsync("case-late", PaymentState.PaidLate, "814200000003", amount: 1234.5m);
        await _database.AddAsync("case-open", PaymentState.Open, amount: 10m);
        await _database.AddAsync("case-orphaned", PaymentState.Expired, "814200000004", amount: 7.01m);
        await _database.AddAsync("case-unknown", PaymentState.OutcomeUnknown);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_books_of_a_day_are_reported_decided_and_verified()
    {
        var (listCode, listed) = await _database.RunAsync("list");
        (listCode, listed).Should().Match<(int Code, string Printed)>(result => result.Code == 0 && result.Printed.Contains("case-open") && result.Printed.Contains("case-unknown"), listed);
        listed.Should().Contain("case-late 1 PaidLate 1234.50 814200000003").And.Contain("case-double 2 DoublePayment 96.00 814200000002").And.NotContain("case-orphaned").And.NotContain("case-double 1");

        var csv = _database.In("report.csv");
        var (reportCode, reported) = await _database.RunAsync("report", "--from", "2026-11-26", "--to", "2026-11-26", "--csv", csv);
        reportCode.Should().Be(0, reported);
        reported.Should().Contain("STANDING NUMBER EUR Open 1 10.00 Unclear 1 96.00 Paid 1 96.00 PaidLate 1 1234.50 PaidTwice 1 96.00 Orphaned 1 7.01");
        reported[reported.IndexOf("To be written off", StringComparison.Ordinal)..].Should().Contain("814200000004 case-orphaned 1 Orphaned 7.01").And.NotContain("case-late");
        var bytes = await File.ReadAllBytesAsync(csv, TestContext.Current.CancellationToken);
        bytes.Take(3).Should().Equal(0xEF, 0xBB, 0xBF);
        var lines = System.Text.Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");
        lines[0].Should().Be("Tag;Registrierung;Kassenzeichen;Vorgang;Versuch;Einordnung;Zustand;Betrag EUR;Zahlungsmittel;Bezahlt am");
        lines.Should().Contain("2026-11-26;;814200000003;case-late;1;verspätet bezahlt;PaidLate;1234,50;;2026-11-26").And.Contain("2026-11-26;;814200000004;case-orphaned;1;auszubuchen;Expired;7,01;;").And.HaveCount(8);

        (await _database.RunAsync(["resolve", "case-double", "--attempt", "2", "--as", "refunded", "--second-person", "4712", .. Clerk])).Should().Match<(int Code, string Printed)>(
            result => result.Code == 0 && result.Printed.StartsWith("DoublePayment -> Refunded. Line 1 of the audit, hash "));
        (await _database.RunAsync("show", "case-double")).Printed.Should().Contain("case-double 1 Paid").And.Contain("case-double 2 Refunded").And.Contain("two persons 4711 4712 Kontoauszug 12");

        (await _database.RunAsync("verify")).Should().Match<(int Code, string Printed)>(result => result.Code == 0 && result.Printed.Contains("whole 1 "));
        // As somebody would who may change the tables.
        await _database.ExecuteAsync("DROP TRIGGER PaymentAudit_NoUpdate; UPDATE PaymentAudit SET DecidedBy = '4713'");
        (await _database.RunAsync("verify")).Should().Match<(int Code, string Printed)>(result => result.Code == 1 && result.Printed.Contains("broken at line 1"));
    }

    [Fact]
    public async Task A_file_of_the_bank_sets_what_matches_exactly_and_nothing_else()
    {
        var file = await BankFileAsync(
            Entry("B-1", "7.01", "Hundesteuer 8142 0000 0004 Erika Mustermann"), Entry("B-2", "1234.49", "814200000003"), Entry("B-3", "96.00", "814200000001"), Entry("B-4", "96.00", "814200000002"), Entry("B-5", "5.00", "Miete"));

        var (code, shown) = await _database.RunAsync("match", "--camt", file);
        code.Should().Be(1, "an amount differs and a double payment needs a person");
        shown.Should().Contain("B-1 2026-11-26 7.01 Matched 814200000004 case-orphaned 1 Expired is set to Paid with --apply")
            .And.Contain("B-2 2026-11-26 1234.49 OtherAmount 814200000003 case-late 1 PaidLate a person decides")
            .And.Contain("Paid paid already").And.Contain("DoublePayment a person decides").And.Contain("B-5 2026-11-26 5.00 UnknownReference").And.NotContainAny("Mustermann", "Miete");
        (await _database.StatesAsync("case-orphaned")).Should().Equal(PaymentState.Expired);

        (await _database.RunAsync(["match", "--camt", file, "--apply", .. Clerk])).Printed.Should().Contain("case-orphaned 1 Paid set to Paid");
        (await _database.StatesAsync("case-orphaned")).Should().Equal(PaymentState.Paid);
        (await _database.StatesAsync("case-late")).Should().Equal(PaymentState.PaidLate);
        (await _database.StatesAsync("case-double")).Should().Equal(PaymentState.Paid, PaymentState.DoublePayment);

        (await _database.RunAsync(["match", "--camt", file, "--apply", .. Clerk])).Printed.Should().Contain("B-1 2026-11-26 7.01 AlreadyUsed");
        (await _database.RunAsync("verify")).Printed.Should().Contain("whole 1 ");
    }

    [Fact]
    public async Task A_decision_rests_on_an_entry_that_fits_or_is_refused()
    {
        var file = await BankFileAsync(Entry("B-1", "1234.50", "814200000003"), Entry("B-2", "1234.50", "814200000003"), Entry("B-3", "96.00", "814200000001", "DBIT"));
        string[] late = ["resolve", "case-late", "--attempt", "1", "--as", "paid", "--camt", file, .. Clerk];

        (await _database.RunAsync(late)).Should().Match<(int Code, string Printed)>(result => result.Code == 2 && result.Printed.Contains("--entry: B-1, B-2"));
        (await _database.RunAsync([.. late, "--entry", "B-3"])).ExitCode.Should().Be(2);
        (await _database.RunAsync(["resolve", "case-double", "--attempt", "1", "--as", "paid", "--camt", file, .. Clerk])).ExitCode.Should().Be(2, "the entry took money from the account");
        (await _database.StatesAsync("case-late")).Should().Equal(PaymentState.PaidLate);

        (await _database.RunAsync([.. late, "--entry", "B-2"])).Should().Match<(int Code, string Printed)>(result => result.Code == 0 && result.Printed.Contains("PaidLate -> Paid"));
        (await _database.RunAsync(["resolve", "case-double", "--attempt", "1", "--as", "return-debited", "--camt", file, .. Clerk])).Printed.Should().Contain("Paid -> ReturnDebited");
    }

    [Fact]
    public async Task One_person_alone_and_a_service_that_is_away_decide_nothing()
    {
        string[] decision = ["resolve", "case-unknown", "--attempt", "1", "--as", "paid", .. Clerk];

        (await _database.RunAsync(decision)).Should().Match<(int Code, string Printed)>(result => result.Code == 2 && result.Printed.Contains("one of --look-up, --camt and --second-person"));
        (await _database.RunAsync([.. decision, "--second-person", "4711"])).Should().Match<(int Code, string Printed)>(result => result.Code == 1 && result.Printed.Contains("the same person"));
        (await _database.RunAsync([.. decision, "--look-up"])).Should().Match<(int Code, string Printed)>(result => result.Code == 2 && result.Printed.Contains("payments-service-unavailable"));
        (await _database.RunAsync([.. decision, "--second-person", "4712", "--section", "Elsewhere"])).Should().Match<(int Code, string Printed)>(result => result.Code == 2 && result.Printed.Contains("'Elsewhere'"));
        (await _database.StatesAsync("case-unknown")).Should().Equal(PaymentState.OutcomeUnknown);
    }

    [Fact]
    public async Task Several_registrations_are_reported_together_and_decided_one_by_one()
    {
        await _database.AddAsync("case-late", PaymentState.PaidLate, "930000000001", tenant: "dresden");

        (await _database.RunAsync("list", "--state", "late")).Printed.Should().Contain("814200000003").And.Contain("dresden case-late 1 PaidLate 96.00 930000000001");
        (await _database.RunAsync("list", "--state", "late", "--registration", "dresden")).Printed.Should().NotContain("814200000003");
        string[] decision = ["resolve", "case-late", "--attempt", "1", "--as", "refunded", "--second-person", "4712", .. Clerk];
        (await _database.RunAsync(decision)).Should().Match<(int Code, string Printed)>(result => result.Code == 2 && result.Printed.Contains("\"dresden\""));
        (await _database.RunAsync([.. decision, "--registration", "dresden"])).ExitCode.Should().Be(0);
        (await _database.StatesAsync("case-late", "dresden")).Should().Equal(PaymentState.Refunded);
        (await _database.StatesAsync("case-late")).Should().Equal(PaymentState.PaidLate);
    }

    [Fact]
    public async Task What_would_run_in_a_spreadsheet_or_steer_a_terminal_does_neither()
    {
        await _database.AddAsync("=HYPERLINK(\"http://x\")", PaymentState.Paid, "@SUM(A1)");
        await _database.AddAsync("\u001b[2Jcase", PaymentState.Paid, "a;b");
        var csv = _database.In("report.csv");

        var (_, printed) = await _database.RunAsync("report", "--from", "2026-11-26", "--to", "2026-11-26", "--csv", csv);

        printed.Should().Contain("?[2Jcase").And.NotContain("\u001b");
        (await File.ReadAllTextAsync(csv, TestContext.Current.CancellationToken)).Should().Contain("\"'@SUM(A1)\";\"'=HYPERLINK(\"\"http://x\"\")\"").And.Contain(";\"a;b\";");
    }

    [Theory]
    [InlineData("sqlite:/nowhere/payments.db", "/nowhere/payments.db")]
    [InlineData("Host=db;Password=geheim", "ConnectionStrings__NAME")]
    [InlineData("Missing", "ConnectionStrings__Missing")]
    [InlineData("Broken", "'Broken' is neither")]
    public async Task A_database_that_is_none_is_named_without_a_password(string database, string said)
    {
        await using var tool = new RunningTool(["payments", "list", "--database", database, "--settings", _database.In("appsettings.json")]);

        var (code, printed) = await tool.EndAsync();

        code.Should().Be(2, printed);
        printed.Should().Contain(said).And.NotContain("geheim").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_file_that_is_no_statement_decides_nothing()
    {
        await File.WriteAllTextAsync(_database.In("statement.xml"), (await File.ReadAllTextAsync(await BankFileAsync(Entry("B-1", "7.01", "814200000004"))))[..^10]);

        (await _database.RunAsync(["match", "--camt", _database.In("statement.xml"), "--apply", .. Clerk])).Should().Match<(int Code, string Printed)>(result => result.Code == 2 && result.Printed.Contains("payments-bank-file-unreadable"));
        (await _database.StatesAsync("case-orphaned")).Should().Equal(PaymentState.Expired);
    }

    [Fact]
    public async Task An_entry_of_a_foreign_account_decides_nothing()
    {
        const string foreign = "DE71110220330123456789";
        var file = await StatementAsync(foreign, Entry("B-1", "7.01", "814200000004"), Entry("B-2", "1234.50", "814200000003"));
        string[] apply = ["match", "--camt", file, "--apply", .. Clerk];
        string[] late = ["resolve", "case-late", "--attempt", "1", "--as", "paid", "--camt", file, .. Clerk];

        (await _database.RunAsync(apply)).Should().Match<(int Code, string Printed)>(result => result.Code == 1 && result.Printed.Contains("ForeignAccount") && !result.Printed.Contains("set to Paid"));
        (await _database.RunAsync(late)).ExitCode.Should().Be(2);
        (await _database.RunAsync([.. apply, "--account", "DE00"])).ExitCode.Should().Be(2);
        (await _database.StatesAsync("case-orphaned")).Should().Equal(PaymentState.Expired);
        (await _database.StatesAsync("case-late")).Should().Equal(PaymentState.PaidLate);

        string[] own = ["--account", "DE89370400440532013000", "--account", foreign];
        (await _database.RunAsync([.. late, .. own])).ExitCode.Should().Be(0);
        (await _database.RunAsync([.. apply, .. own])).Printed.Should().Contain("case-orphaned 1 Paid set to Paid");
    }

    [Fact]
    public async Task Without_an_own_account_nothing_is_decided_on_a_file()
    {
        var file = await BankFileAsync(Entry("B-1", "7.01", "814200000004"));
        var settings = _database.In("appsettings.json");
        await File.WriteAllTextAsync(settings, (await File.ReadAllTextAsync(settings)).Replace("\"Transfer\"", "\"Other\"", StringComparison.Ordinal));

        (await _database.RunAsync("match", "--camt", file)).Printed.Should().Contain("is set to Paid with --apply");
        (await _database.RunAsync(["match", "--camt", file, "--apply", .. Clerk])).Should().Match<(int Code, string Printed)>(result => result.Code == 2 && result.Printed.Contains("--account"));
        (await _database.StatesAsync("case-orphaned")).Should().Equal(PaymentState.Expired);
    }

    private Task<string> BankFileAsync(params string[] entries) => StatementAsync("DE89370400440532013000", entries);

    private async Task<string> StatementAsync(string iban, params string[] entries)
    {
        var file = _database.In("camt.xml");
        await File.WriteAllTextAsync(file, $"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>{iban}</IBAN></Id></Acct>{string.Concat(entries)}</Stmt></BkToCstmrStmt></Document>");
        return file;
    }

    private static string Entry(string key, string amount, string text, string direction = "CRDT") =>
        $"<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-26</Dt></BookgDt><AcctSvcrRef>{key}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";
}
