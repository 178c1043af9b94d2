using System.Text;

namespace BaseComponents.Tests.Payments.Bank;

/// <summary>Files of a bank as the tests need them.</summary>
internal static class CamtFile
{
    public const string Statement = "camt.053.001.08";

    /// <summary>A document with entries.</summary>
    public static Stream Of(string entries, string version = Statement) => Bytes(Text(entries, version));

    public static string Text(string entries, string version = Statement)
    {
        var (message, part) = version.StartsWith("camt.053", StringComparison.Ordinal) ? ("BkToCstmrStmt", "Stmt") : ("BkToCstmrDbtCdtNtfctn", "Ntfctn");
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:{version}"><{message}><GrpHdr><MsgId>M1</MsgId></GrpHdr>
            <{part}><Id>S1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct><Bal><Amt Ccy="EUR">1.00</Amt></Bal>{entries}</{part}></{message}></Document>
            """;
    }

    /// <summary>An entry; empty arguments leave their element out.</summary>
    public static string Entry(
        string amount = "96.00", string details = "", string reference = "B-1", string direction = "CRDT", string status = "<Cd>BOOK</Cd>", string day = "2026-11-26", string currency = "EUR", string more = "") =>
        $"<Ntry><Amt Ccy=\"{currency}\">{amount}</Amt>{Element("CdtDbtInd", direction)}{more}<Sts>{status}</Sts><BookgDt><Dt>{day}</Dt></BookgDt>{Element("AcctSvcrRef", reference)}<NtryDtls>{details}</NtryDtls></Ntry>";

    /// <summary>A transaction whose payer wrote something.</summary>
    public static string Said(params string[] lines) => $"<TxDtls><RmtInf>{string.Concat(lines.Select(line => $"<Ustrd>{line}</Ustrd>"))}</RmtInf></TxDtls>";

    /// <summary>A transaction of a batch.</summary>
    public static string Part(string amount, string said) => $"<TxDtls><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RmtInf><Ustrd>{said}</Ustrd></RmtInf></TxDtls>";

    public static Stream Bytes(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    private static string Element(string name, string value) => value.Length == 0 ? "" : $"<{name}>{value}</{name}>";
}
