using System.Text;
using BaseComponents.Payments;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Tests.Fuzz.Payments;

/// <summary>Keys, accounts and texts of transfers: each line is read as every one of them, and all together fill a QR code.</summary>
internal sealed class TransferTextReader() : Reader("transfer-text")
{
    private static readonly SepaTextPolicy Policy = new() { Replacement = ".", MaxLength = 140 };

    public override void Read(byte[] input)
    {
        var lines = Encoding.UTF8.GetString(input).Split('\n');
        foreach (var line in lines)
        {
            ReadBack<Iban>(line);
            ReadBack<Bic>(line);
            ReadBack<CreditorReference>(line);
            ReadBack<Kassenzeichen>(line);
            KassenzeichenCheckDigits.Hkr.IsValid(Kassenzeichen.TryParse(line, out var kassenzeichen) ? kassenzeichen : default);
            Write(line);
        }

        Encode(lines);
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("accounts.txt", Encoding.UTF8.GetBytes("DE89 3704 0044 0532 0130 00\nBE72000000001616\nMT84MALT011000012345MTLCAST001S\nCOBADEFFXXX\nBPOTBEB1"));
        yield return ("references.txt", Encoding.UTF8.GetBytes("RF18539007547034\nRF59 4200 0000 0006 1\n4200000000061\n58123457\naB"));
        yield return ("texts.txt", Encoding.UTF8.GetBytes("Gebühr für Jänner/2027\nCafe\u0301 „Łódź“ – A & B\nHund 🐕 7\n👩‍👩‍👧\n½ №\nЖук 漢"));
        yield return ("code.txt", Encoding.UTF8.GetBytes("Stadtkasse Müglitztal\n4200000000061/Hundesteuer 2027\nBitte bis 15.02. überweisen\nTAXS"));
    }

    private static void ReadBack<T>(string text)
        where T : struct, ISpanParsable<T>, ISpanFormattable
    {
        if (!T.TryParse(text, null, out var value))
            return;
        if (!T.Parse(value.ToString()!, null).Equals(value) || !T.Parse(value.ToString("P", null), null).Equals(value))
            throw new WrongReadingException($"A {typeof(T).Name} changes when it is written and read.");
    }

    private static void Write(string text)
    {
        if (SepaText.TryFrom(text, Policy, out var written) && (written.Length > 140 || !SepaText.IsAllowed(written) || SepaText.From(written, Policy) != written))
            throw new WrongReadingException("A text is not of the set, too long, or changes when it is written again.");
        if (PurposeText.From(text).Length > PurposeText.MaxLength || !text.StartsWith(SepaText.Shorten(text, 20), StringComparison.Ordinal))
            throw new WrongReadingException("A text is longer than it may be, or not shortened from its end.");
    }

    private static void Encode(string[] lines)
    {
        var code = new EpcQrCode
        {
            CharacterSet = (EpcCharacterSet)(lines.Length % 9),
            Name = lines[0],
            Iban = Iban.Parse("DE89370400440532013000"),
            Amount = Euro.FromCents(1),
            Text = lines.ElementAtOrDefault(1),
            Information = lines.ElementAtOrDefault(2),
            Purpose = lines.ElementAtOrDefault(3),
        };
        if (code.TryEncode(out var payload) && (payload.Bytes.Length > EpcQrCode.MaxBytes || payload.Text.Split('\n')[5] != lines[0]))
            throw new WrongReadingException("A code is too large, or its lines are not where they belong.");
    }
}
