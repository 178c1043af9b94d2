using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms.Ber;

/// <summary>Small values between the containers.</summary>
internal static class BerValues
{
    private const byte Integer = 0x02;
    private const byte ObjectIdentifier = 0x06;
    private const int Limit = 64;

    public static string ReadOid(this BerReader reader) => new AsnReader(reader.ReadElement(ObjectIdentifier, Limit), AsnEncodingRules.BER).ReadObjectIdentifier();

    public static int ReadSmallInteger(this BerReader reader) =>
        new AsnReader(reader.ReadElement(Integer, Limit), AsnEncodingRules.BER).TryReadInt32(out var value) ? value : throw BerReader.Malformed();
}
