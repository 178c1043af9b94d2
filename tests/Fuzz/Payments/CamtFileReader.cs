using System.Text;
using BaseComponents.Payments;
using BaseComponents.Payments.Bank;

namespace BaseComponents.Tests.Fuzz.Payments;

/// <summary>Account statements: a file is refused as promised, or its entries are bounded and match no payment they do not name.</summary>
internal sealed class CamtFileReader() : Reader("camt-file")
{
    private static readonly PaymentRecord Attempt = new()
    {
        Tenant = "",
        Reference = "case-1",
        Attempt = 1,
        RequestId = "request",
        Fingerprint = "f",
        Amount = new Euro(96m),
        State = PaymentState.Expired,
        TransactionReference = "814200000001",
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    public override void Read(byte[] input)
    {
        var matcher = new BankMatcher([Attempt], [], []);
        try
        {
            foreach (var entry in CamtReader.ReadAsync(new MemoryStream(input)).ToBlockingEnumerable())
                Check(matcher.Match(entry));
        }
        catch (PaymentException refusal) when (refusal.Code == PaymentErrors.BankFileUnreadable)
        {
            // As promised.
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        const string one = "<Ntry><Amt Ccy=\"EUR\">96.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>false</RvslInd><Sts>{0}</Sts><BookgDt><Dt>2026-11-26</Dt></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls>{1}</NtryDtls></Ntry>";
        const string said = "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr><Nm>X</Nm></Dbtr></RltdPties><RmtInf><Ustrd>814200000001/Hundesteuer</Ustrd></RmtInf></TxDtls>";
        const string parts = "<TxDtls><Amt Ccy=\"EUR\">90.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">6</Amt></TxAmt></AmtDtls><RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>";
        yield return ("statement.xml", Document("camt.053.001.08", "BkToCstmrStmt", "Stmt", string.Format(null, one, "<Cd>BOOK</Cd>", said)));
        yield return ("old-statement.xml", Document("camt.053.001.02", "BkToCstmrStmt", "Stmt", string.Format(null, one, "BOOK", said) + string.Format(null, one, "PDNG", "")));
        yield return ("notice-of-a-batch.xml", Document("camt.054.001.08", "BkToCstmrDbtCdtNtfctn", "Ntfctn", string.Format(null, one, "<Cd>BOOK</Cd>", parts)));
    }

    private static void Check(BankMatch match)
    {
        if (match.Entry.Id.Length is 0 or > 70 || match.Entry.Text.Length > 64 * 1024 * 1024)
            throw new WrongReadingException("An entry has no key, or is not bounded.");
        var named = string.Concat(match.Entry.References.Append(match.Entry.Text));
        if (match.Evidence is not null && (match.Entry.Amount != Attempt.Amount || !string.Concat(named.Where(char.IsAsciiDigit)).Contains(Attempt.TransactionReference!, StringComparison.Ordinal)))
            throw new WrongReadingException("An entry is taken for a payment that it does not name, or with another amount.");
    }

    private static byte[] Document(string version, string message, string part, string entries) => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:{version}\"><{message}><{part}><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>{entries}</{part}></{message}></Document>");
}
