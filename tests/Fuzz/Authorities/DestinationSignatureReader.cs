extern alias authorities;

using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using authorities::BaseComponents.Authorities;
using authorities::BaseComponents.Authorities.Internal.Routing;
using authorities::BaseComponents.Authorities.Keys;
using authorities::BaseComponents.Authorities.Routing;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>A signature over a destination: it is verified exactly where the issuer signed these octets.</summary>
internal sealed class DestinationSignatureReader : Reader
{
    private const string Issuer = "https://issuer.example";
    private const string Destination = "ac715f34-333e-41f4-9bb5-186b309ea233";
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private static readonly LeikaKey Service = LeikaKey.Parse("99102013104000");
    private static readonly AskedArea Area = AskedArea.Of(RegionKey.Parse("145220180180"));
    private readonly RSA _key = RSA.Create();
    // Not before the first input: what is fuzzed must not run while the readers are listed.
    private readonly Lazy<DestinationVerifier> _verifier;
    private readonly HashSet<string> _signed;

    public DestinationSignatureReader()
        : base("destination-signature")
    {
        _key.ImportFromPem(File.ReadAllText(Path.Combine(Corpus.Root, "..", "keys", "routing-issuer.pem")));
        _verifier = new Lazy<DestinationVerifier>(Verifier);
        _signed = [.. Claims.Select(Signed)];
    }

    private static IEnumerable<string> Claims =>
    [
        $$"""{"submissionHost":"submission.example","iss":"{{Issuer}}","services":[{"gebietIDs":["urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:14522"],"leistungIDs":["urn:de:fim:leika:leistung:99102013104000"]}],"destinationId":"{{Destination}}","iat":1795690800,"jti":"1"}""",
        $$"""{"iss":"{{Issuer}}","destinationId":"{{Destination}}","iat":1795690800,"exp":1895690800,"submissionHost":"submission.example","services":[{"leistungIDs":["x"],"gebietIDs":[]},{"leistungIDs":["urn:de:fim:leika:leistung:99102013104000"],"gebietIDs":["urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:145220180180"]}]}""",
    ];

    public override void Read(byte[] input)
    {
        var text = Encoding.Latin1.GetString(input);
        var isVerified = _verifier.Value.VerifyAsync(Destination, text, Service, Area, CancellationToken.None).AsTask().GetAwaiter().GetResult() is SignedDestination.Verified;
        if (isVerified != IsSigned(text))
            throw new WrongReadingException(isVerified ? "Something is verified that nobody signed." : "What was signed is refused.");
    }

    private DestinationVerifier Verifier()
    {
        var options = new RoutingOptions { SubmissionHosts = ["submission.example"], MinimumKeyBits = 2048 };
        var keys = new KeySet(new Dictionary<string, RSAParameters?> { ["first"] = _key.ExportParameters(false) });
        return new DestinationVerifier(
            new Dictionary<string, IssuerKeys> { [Issuer] = new(options, Clock, _ => Task.FromResult(keys), static failure => throw failure) }, new ClaimCheck(options, Clock));
    }

    private bool IsSigned(string text)
    {
        var end = Math.Max(0, text.LastIndexOf('.'));
        var (signed, signature) = (text[..end], new byte[512]);
        return _signed.Contains(signed)
            && Base64Url.DecodeFromChars(text.AsSpan(end + 1), signature, out _, out var length) == OperationStatus.Done
            && Base64Url.EncodeToString(signature.AsSpan(0, length)) == text[(end + 1)..]
            && _key.VerifyData(Encoding.ASCII.GetBytes(signed), signature.AsSpan(0, length), HashAlgorithmName.SHA512, RSASignaturePadding.Pss);
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds() => _signed.Select((signed, number) =>
        ($"good-{number}.jws", Encoding.ASCII.GetBytes($"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA512, RSASignaturePadding.Pss))}")));

    private static string Signed(string claims) =>
        $"{Base64Url.EncodeToString("""{"kid":"first","typ":"jwt","alg":"PS512"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
}
