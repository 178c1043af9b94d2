using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BaseComponents.SecureMail.Internal;

/// <summary>Everything that the answer rests on but time and revocation: the certificates octet by octet, the address, and what for. Two questions of one name are the same question.</summary>
internal readonly record struct PathQuestion(string Name)
{
    public static PathQuestion Of(X509Certificate2 certificate, string address, MailUse use, IEnumerable<X509Certificate2> intermediates)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([(byte)use]);
        Append(hash, Encoding.UTF8.GetBytes(address));
        Append(hash, certificate.RawDataMemory.Span);
        foreach (var intermediate in intermediates)
            Append(hash, intermediate.RawDataMemory.Span);
        Span<byte> name = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(name);
        return new PathQuestion(Convert.ToHexString(name));
    }

    // With its length in front, so that nothing can stand for something else.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> octets)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, octets.Length);
        hash.AppendData(length);
        hash.AppendData(octets);
    }
}
