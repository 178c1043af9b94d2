using System.Text;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>The QR code of a transfer, drawn and read by programs that nobody here wrote, byte by byte.</summary>
public sealed class QrCodeIsReadElsewhereTests
{
    private static readonly EpcQrCode _code = new() { Name = "Stadtkasse Müglitztal", Iban = Iban.Parse("DE89370400440532013000"), Amount = new Euro(96m), Text = "4200000000061/Hundesteuer 2027" };

    public static TheoryData<string, EpcQrCode> Codes { get; } = new()
    {
        { "the plain one", _code },
        { "version 1 with everything", _code with { Version = EpcQrVersion.Version1, Bic = Bic.Parse("COBADEFFXXX"), Purpose = "TAXS", Information = "Bitte bis 15.02. überweisen" } },
        { "a reference", _code with { Text = null, Reference = CreditorReference.Parse("RF594200000000061") } },
        { "one byte for an umlaut", _code with { CharacterSet = EpcCharacterSet.Latin1 } },
        { "another script", _code with { CharacterSet = EpcCharacterSet.Cyrillic, Name = "Москва", Text = "Налог" } },
        { "signs of three and four bytes", _code with { Text = "Hund 🐕 5 €" } },
        { "331 bytes", Largest() },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Codes))]
    public async Task What_is_read_is_what_was_written(string what, EpcQrCode code)
    {
        using var reader = QrReader.OrSkip();
        var payload = code.Encode();

        var read = await reader.ReadAsync(EpcQrPicture.Svg(payload, "\"<Überweisung> & Gebühr"));

        Encoding.Latin1.GetString(read).Should().Be(Encoding.Latin1.GetString(payload.Bytes.Span), what);
    }

    [Fact]
    public async Task It_is_read_at_the_size_it_has_by_itself()
    {
        using var reader = QrReader.OrSkip();
        var payload = Largest().Encode();
        payload.Bytes.Length.Should().Be(EpcQrCode.MaxBytes);

        (await reader.ReadAsync(EpcQrPicture.Svg(payload), pixels: 77 * 4)).Should().Equal(payload.Bytes.ToArray());
    }

    [Fact]
    public async Task A_drawing_without_its_white_would_not_be_read()
    {
        using var reader = QrReader.OrSkip();
        var svg = EpcQrPicture.Svg(_code.Encode());

        (await reader.ReadAsync(svg.Replace("fill=\"#fff\"", "fill=\"none\""))).Should().BeEmpty();
    }

    private static EpcQrCode Largest() => _code with { Name = _code.Name.PadRight(69, 'n'), Text = new string('a', 140), Information = new string('i', 70) };
}
