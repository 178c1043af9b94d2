using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Userinfo as a signed token: believed when the broker signed it for this application about this user, and in nothing otherwise.</summary>
public sealed class SignedUserInfoTests : HostileBrokerCase
{
    private static readonly ClientKeys Key = ClientKeys.Rsa();
    private static readonly Dictionary<string, string?> Signed = new() { ["Tokens:RequireSignedUserInfo"] = "true" };

    [Fact]
    public async Task A_signed_one_is_read()
    {
        Broker.UserInfoToken = claims => Broker.SignedToken(Complete(claims));

        (await ShouldEnd("logged in: High", settings: Signed)).Seen!.Person.FamilyName.Should().Be("Mustermann");
    }

    [Fact]
    public async Task Plain_data_are_refused_where_a_signature_is_demanded() => await ShouldEnd("Rejected", "userinfo-not-signed", Signed);

    [Fact]
    public async Task A_signed_and_encrypted_one_is_read_and_one_that_is_only_signed_refused()
    {
        var settings = new Dictionary<string, string?> { ["Tokens:RequireEncryptedUserInfo"] = "true", ["Client:DecryptionCertificates:0:Pem"] = Key.Pem };
        Broker.UserInfoToken = claims => new ForgedJwe().Encrypt(Broker.SignedToken(Complete(claims)), Key.Certificate);
        await ShouldEnd("logged in: High", settings: settings);
        Broker.UserInfoToken = claims => Broker.SignedToken(Complete(claims));
        await ShouldEnd("Rejected", "token-not-encrypted", settings);
        Broker.UserInfoToken = claims => new ForgedJwe().Encrypt(claims.ToJsonString(), Key.Certificate);
        await ShouldEnd("Rejected", "token-not-signed", settings);
    }

    [Theory]
    [InlineData("iss", "https://issuer.example", "SecurityToken")]
    [InlineData("iss", null, "SecurityToken")]
    [InlineData("aud", "another-client", "SecurityToken")]
    [InlineData("aud", null, "SecurityToken")]
    [InlineData("sub", "somebody-else", "userinfo-of-another-subject")]
    [InlineData("sub", null, "userinfo-of-another-subject")]
    [InlineData("exp", 1_600_000_000, "userinfo-expired")]
    [InlineData("nonce", "nonce", "userinfo-is-another-token")]
    public async Task A_wrong_claim_is_refused(string claim, object? value, string reason)
    {
        Broker.UserInfoToken = claims =>
        {
            var complete = Complete(claims);
            complete.Remove(claim);
            if (value is not null)
                complete[claim] = JsonValue.Create(value);
            return Broker.SignedToken(complete);
        };

        await ShouldEnd("Rejected", reason);
    }

    [Fact]
    public async Task A_forged_signature_is_refused()
    {
        Broker.UserInfoToken = claims => Broker.SignedToken(Complete(claims), signature: _ => Base64Url.EncodeToString(new byte[256]));
        await ShouldEnd("Rejected", "SecurityToken");
        Broker.UserInfoToken = claims => Broker.SignedToken(Complete(claims), signature: _ => "", header: header => header["alg"] = "none");
        await ShouldEnd("Rejected", "token-not-signed");
        Broker.UserInfoToken = claims => Broker.SignedToken(Complete(claims), type: "logout+jwt");
        await ShouldEnd("Rejected", "token-type-refused");
    }

    private JsonObject Complete(JsonObject claims)
    {
        (claims["iss"], claims["aud"]) = (Broker.Address.OriginalString, "client");
        return claims;
    }
}
