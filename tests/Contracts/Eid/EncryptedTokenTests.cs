using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>ID tokens that are encrypted to this application, or only seem to be.</summary>
public sealed class EncryptedTokenTests : HostileBrokerCase
{
    private static readonly ClientKeys Rsa = ClientKeys.Rsa();
    private static readonly ClientKeys Elliptic = ClientKeys.Elliptic();

    [Theory]
    [InlineData("A128GCM")]
    [InlineData("A256GCM")]
    [InlineData("A128CBC-HS256")]
    [InlineData("A256CBC-HS512")]
    public async Task Each_accepted_encryption_is_opened_with_either_kind_of_key(string encryption)
    {
        Broker.Wrap = token => new ForgedJwe { Encryption = encryption }.Encrypt(token, Rsa.Certificate);
        await ShouldEnd("logged in: High", settings: Demanding(Rsa));
        Broker.Wrap = token => new ForgedJwe { Encryption = encryption, Algorithm = "ECDH-ES" }.Encrypt(token, Elliptic.Certificate);
        await ShouldEnd("logged in: High", settings: Demanding(Elliptic));
    }

    [Theory]
    [InlineData("nistP384")]
    [InlineData("nistP521")]
    public async Task Larger_curves_are_opened(string curve)
    {
        var key = ClientKeys.Elliptic(ECCurve.CreateFromFriendlyName(curve));
        Broker.Wrap = token => new ForgedJwe { Algorithm = "ECDH-ES" }.Encrypt(token, key.Certificate);

        await ShouldEnd("logged in: High", settings: Demanding(key));
    }

    [Fact]
    public async Task During_a_change_of_keys_the_old_one_opens_too()
    {
        var settings = Demanding(Elliptic);
        (settings["Client:DecryptionCertificates:1:Pem"], settings["Client:DecryptionCertificates:2:Pem"]) = (ClientKeys.Rsa().Pem, Rsa.Pem);
        Broker.Wrap = token => new ForgedJwe().Encrypt(token, Rsa.Certificate);

        await ShouldEnd("logged in: High", settings: settings);
    }

    [Fact]
    public async Task A_token_encrypted_to_another_key_is_refused()
    {
        Broker.Wrap = token => new ForgedJwe().Encrypt(token, ClientKeys.Rsa().Certificate);

        await ShouldEnd("Rejected", "token-not-decryptable", Demanding(Rsa));
    }

    [Fact]
    public async Task Without_a_key_an_encrypted_token_is_refused()
    {
        Broker.Wrap = token => new ForgedJwe().Encrypt(token, Rsa.Certificate);

        await ShouldEnd("Rejected", "token-encrypted-without-key");
    }

    [Fact]
    public async Task A_token_that_should_be_encrypted_and_is_not_is_refused() => await ShouldEnd("Rejected", "token-not-encrypted", Demanding(Rsa));

    [Theory]
    [InlineData("RSA1_5")]
    [InlineData("RSA-OAEP")]
    [InlineData("dir")]
    [InlineData("none")]
    public async Task Weak_key_encryption_is_refused_even_with_the_right_key(string algorithm)
    {
        var padding = algorithm is "RSA1_5" ? RSAEncryptionPadding.Pkcs1 : RSAEncryptionPadding.OaepSHA1;
        Broker.Wrap = token => new ForgedJwe { Algorithm = algorithm, Padding = padding }.Encrypt(token, Rsa.Certificate);

        await ShouldEnd("Rejected", "token-encryption-refused", Demanding(Rsa));
    }

    [Theory]
    [InlineData("zip", "\"DEF\"")]
    [InlineData("crit", "[\"exp\"]")]
    [InlineData("jku", "\"https://evil.example/keys\"")]
    [InlineData("jwk", "{}")]
    public async Task A_header_that_asks_for_more_is_refused(string name, string value)
    {
        Broker.Wrap = token => new ForgedJwe { Header = header => header[name] = JsonNode.Parse(value) }.Encrypt(token, Rsa.Certificate);

        await ShouldEnd("Rejected", "token-header-refused", Demanding(Rsa));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_token_of_which_one_part_was_changed_is_refused(int part)
    {
        foreach (var encryption in (string[])["A256GCM", "A256CBC-HS512"])
        {
            Broker.Wrap = token => new ForgedJwe { Encryption = encryption, Parts = parts => Changed(parts, part) }.Encrypt(token, Rsa.Certificate);

            await ShouldEnd("Rejected", "token-not-decryptable", Demanding(Rsa));
        }
    }

    [Theory]
    [InlineData("P-384", null)]
    [InlineData("P-256", "AQ")]
    [InlineData("P-256", "!!")]
    public async Task A_senders_key_that_is_no_point_of_our_curve_is_refused(string curve, string? x)
    {
        Broker.Wrap = token => new ForgedJwe
        {
            Algorithm = "ECDH-ES",
            Header = header =>
            {
                header["epk"]!["crv"] = curve;
                header["epk"]!["x"] = x ?? (string)header["epk"]!["x"]!;
            },
        }.Encrypt(token, Elliptic.Certificate);

        await ShouldEnd("Rejected", "token-not-decryptable", Demanding(Elliptic));
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("unsigned")]
    [InlineData("nested")]
    public async Task What_is_encrypted_must_be_signed_within(string within)
    {
        Broker.Wrap = token => new ForgedJwe().Encrypt(Within(within, token), Rsa.Certificate);

        await ShouldEnd("Rejected", "token-not-signed", Demanding(Rsa));
    }

    [Fact]
    public async Task A_token_without_measure_is_refused_before_it_is_read()
    {
        Broker.Wrap = token => new ForgedJwe().Encrypt(token + new string('A', 64 * 1024), Rsa.Certificate);

        await ShouldEnd("Rejected", "token-missing-or-too-long", Demanding(Rsa));
    }

    private static string Within(string within, string token) => within switch
    {
        "claims" => """{"sub":"person"}""",
        "unsigned" => token[..(token.LastIndexOf('.') + 1)],
        _ => new ForgedJwe().Encrypt(token, Rsa.Certificate),
    };

    private static string[] Changed(string[] parts, int part)
    {
        var middle = parts[part].Length / 2;
        parts[part] = parts[part][..middle] + (parts[part][middle] == 'A' ? 'B' : 'A') + parts[part][(middle + 1)..];
        return parts;
    }

    private static Dictionary<string, string?> Demanding(ClientKeys key) => new()
    {
        ["Client:DecryptionCertificates:0:Pem"] = key.Pem,
        ["Tokens:RequireEncryptedIdToken"] = "true",
    };
}
