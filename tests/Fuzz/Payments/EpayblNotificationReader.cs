using System.Text;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Tests.Fuzz.Payments;

/// <summary>Notifications by strangers, and single codes: each line is one field, <c>name=value</c>.</summary>
internal sealed class EpayblNotificationReader() : Reader("epaybl-notification")
{
    private const string Secret = "a-secret-that-no-input-knows";

    public override void Read(byte[] input)
    {
        var fields = Encoding.UTF8.GetString(input).Split('\n').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2).Select(parts => new KeyValuePair<string, string>(parts[0], parts[1])).ToArray();
        if (EpayblNotification.TryRead(fields)?.IsAuthentic("M1", "BW1", Secret) is true)
            throw new WrongReadingException("A notification was taken for authentic that nobody hashed with the secret.");
        foreach (var field in fields)
            ReadCode(field.Value);
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("notification.txt", Encoding.UTF8.GetBytes("mandant=M1\nbewirtschafter=BW1\nzvgid=1\nkassenzeichen=8142\ntan=2\nzvp=X\nzahlverfahren=PAYPAL\naktivierung=1\nstatus=success\nhash=00"));
        yield return ("codes.txt", Encoding.UTF8.GetBytes("a=+0000\nb=-0531\nc=-9999\nd=0\ne=+0001\nf= -531 \ng=OK"));
    }

    private static void ReadCode(string text)
    {
        var code = new EpayblResultCode(text);
        if (code.IsSuccess && text.Contains('-', StringComparison.Ordinal))
            throw new WrongReadingException("A code with a minus was taken for a success.");
        if (code.Number is not null && new EpayblResultCode(code.ToString()) != code)
            throw new WrongReadingException("A code changes when it is written and read.");
        _ = EpayblErrorCatalogue.Describe(code).CitizenText;
    }
}
