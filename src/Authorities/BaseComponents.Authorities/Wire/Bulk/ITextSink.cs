namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>Takes a text in pieces of UTF-8, each of whole characters.</summary>
internal interface ITextSink
{
    ValueTask WriteAsync(ReadOnlyMemory<byte> piece);
}
