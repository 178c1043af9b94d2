using System.Buffers;
using System.Xml;
using BaseComponents.Eid.Internal.Amt24;

namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>One element of the metadata. What is not known is passed over: later versions may say more.</summary>
internal sealed class XmlMetadata(XmlReader reader, ExportMetadata metadata)
{
    private const int ChunkBytes = 32 * 1024;

    public void Read(string name)
    {
        metadata.RequireNew($"metadata/{name}");
        switch (name)
        {
            case ExportNames.FormId:
                metadata.SetFormId(XmlNodes.Text(reader));
                break;
            case ExportNames.Mailbox:
                metadata.SetMailbox(XmlNodes.Text(reader));
                break;
            case ExportNames.CreationDate:
                metadata.SetCreationDate(XmlNodes.Text(reader));
                break;
            case ExportNames.Pdf when metadata.MaxPdfBytes > 0:
                metadata.SetPdf(Decoded());
                break;
            default:
                XmlNodes.Skip(reader);
                break;
        }
    }

    private ReadOnlyMemory<byte> Decoded()
    {
        var decoded = new ArrayBufferWriter<byte>();
        var chunk = new byte[ChunkBytes];
        for (var read = Next(chunk); read > 0; read = Next(chunk))
        {
            if (decoded.WrittenCount + read > metadata.MaxPdfBytes)
                throw new ExportRefusedException("pdf-too-long");
            decoded.Write(chunk.AsSpan(0, read));
        }
        return decoded.WrittenMemory;
    }

    private int Next(byte[] chunk)
    {
        try
        {
            return reader.ReadElementContentAsBase64(chunk, 0, chunk.Length);
        }
        catch (FormatException)
        {
            throw new ExportRefusedException("pdf-not-base64");
        }
    }
}
