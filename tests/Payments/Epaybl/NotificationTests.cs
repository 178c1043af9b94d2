using BaseComponents.Payments.Epaybl;
using CsCheck;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>Who sent a notification, judged by values as they came.</summary>
public sealed class NotificationTests
{
    private const string Secret = "geheim";

    /// <summary>The hash of the text <c>M1BW1z18142t1pKREDITKARTE1successgeheim</c>, computed with sha256sum.</summary>
    private const string Hash = "65873d30fbcccdac2c7c6a8dd237df073c4c0502d6caba9bf441e0819166a6a4";

    [Fact]
    public void The_hash_is_that_of_another_program() => EpayblNotification.HashOf(Values(), Secret).Should().Be(Hash);

    [Fact]
    public void An_authentic_one_says_what_happened()
    {
        var notification = Read(Values(), Hash)!;

        notification.IsAuthentic("M1", "BW1", Secret).Should().BeTrue();
        notification.Should().BeEquivalentTo(new { Mandant = "M1", Bewirtschafter = "BW1", Kassenzeichen = "8142", Status = "success", Method = EpayblPaymentMethod.CreditCard, SaysNothing = false });
        notification.ToString().Should().NotContain(Hash);
    }

    [Theory]
    [InlineData("status", "fail")]
    [InlineData("kassenzeichen", "8143")]
    [InlineData("mandant", "M2")]
    [InlineData("aktivierung", "")]
    public void Another_value_is_not_authentic(string name, string value)
    {
        var values = Values();
        values[name] = value;

        Read(values, Hash)!.IsAuthentic("M1", "BW1", Secret).Should().BeFalse();
    }

    [Fact]
    public void Case_blanks_and_length_of_the_hash_matter()
    {
        foreach (var hash in new[] { Hash.ToUpperInvariant(), " " + Hash, Hash[..^1], Hash + "0", "0" })
            Read(Values(), hash)!.IsAuthentic("M1", "BW1", Secret).Should().BeFalse("{0} is not it", hash);
    }

    [Theory]
    [InlineData("M2", "BW1", Secret)]
    [InlineData("M1", "BW2", Secret)]
    [InlineData("M1", "BW1", "Geheim")]
    public void One_for_another_office_or_with_another_secret_is_not_authentic(string mandant, string bewirtschafter, string secret) =>
        Read(Values(), Hash)!.IsAuthentic(mandant, bewirtschafter, secret).Should().BeFalse();

    /// <summary>The rule joins the fields without separators: why an authentic one is still confirmed by a call.</summary>
    [Fact]
    public void A_digit_can_move_from_one_field_to_the_next()
    {
        var values = Values();
        (values["zvgid"], values["kassenzeichen"]) = ("z18", "142");

        Read(values, Hash)!.IsAuthentic("M1", "BW1", Secret).Should().BeTrue();
    }

    [Theory]
    [InlineData("kassenzeichen")]
    [InlineData("hash")]
    public void Without_kassenzeichen_or_hash_it_is_none(string missing)
    {
        var values = Values();
        values["hash"] = Hash;
        values[missing] = "";

        EpayblNotification.TryRead(values).Should().BeNull();
    }

    [Fact]
    public void A_field_twice_is_none()
    {
        KeyValuePair<string, string>[] twice = [.. Values(), new("hash", Hash), new("status", "success")];

        EpayblNotification.TryRead(twice).Should().BeNull();
    }

    [Fact]
    public void What_only_announces_says_nothing()
    {
        var values = Values();
        values["status"] = "notify";

        Read(values, EpayblNotification.HashOf(values, Secret))!.SaysNothing.Should().BeTrue();
    }

    [Fact]
    public void Whatever_comes_is_read_or_refused_and_never_authentic_by_chance() => Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String).Sample((kassenzeichen, status, hash, tan) =>
    {
        var read = EpayblNotification.TryRead([new("mandant", "M1"), new("bewirtschafter", "BW1"), new("kassenzeichen", kassenzeichen), new("status", status), new("hash", hash), new("tan", tan)]);
        (read?.IsAuthentic("M1", "BW1", Secret) ?? false).Should().BeFalse();
    }, iter: 5000);

    [Fact]
    public void Values_of_every_script_can_be_authentic() => Gen.String[1, 40].Where(text => EpayblNotification.TryRead([new("kassenzeichen", text), new("hash", "x")]) is not null).Sample(text =>
    {
        var values = Values();
        values["zvp"] = text;
        string hash;
        try
        {
            hash = EpayblNotification.HashOf(values, Secret);
        }
        catch (ArgumentException)
        {
            // Half of a character: it is refused below as well.
            Read(values, Hash)!.IsAuthentic("M1", "BW1", Secret).Should().BeFalse();
            return;
        }

        Read(values, hash)!.IsAuthentic("M1", "BW1", Secret).Should().BeTrue();
    }, iter: 2000);

    private static Dictionary<string, string> Values() => new()
    {
        ["kassenzeichen"] = "8142",
        ["status"] = "success",
        ["zahlverfahren"] = "KREDITKARTE",
        ["mandant"] = "M1",
        ["bewirtschafter"] = "BW1",
        ["zvgid"] = "z1",
        ["tan"] = "t1",
        ["zvp"] = "p",
        ["aktivierung"] = "1",
    };

    private static EpayblNotification? Read(Dictionary<string, string> values, string hash) => EpayblNotification.TryRead([.. values, new("hash", hash)]);
}
