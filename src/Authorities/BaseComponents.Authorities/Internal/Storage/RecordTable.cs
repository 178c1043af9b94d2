namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Records of different lengths, found by their index.</summary>
internal sealed class RecordTable(SnapshotBytes bytes, Section offsets, Section records)
{
    public int Count => Math.Max((int)(offsets.Length / sizeof(long)) - 1, 0);

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var places = bytes.Read<long>(offsets);
            return bytes.Read<byte>(records)[(int)places[index]..(int)places[index + 1]];
        }
    }

    /// <exception cref="InvalidDataException">The offsets do not cut the records into pieces.</exception>
    public void Check(int count)
    {
        var places = bytes.Read<long>(offsets);
        if (offsets.Length != (count + 1L) * sizeof(long) || places[0] != 0 || places[^1] != records.Length)
            throw new InvalidDataException("The records are not as many as there should be.");
        for (var index = 1; index < places.Length; index++)
        {
            if (places[index] < places[index - 1])
                throw new InvalidDataException("The records lie one over the other.");
        }
    }
}
