namespace BaseComponents.Authorities.Wire.Reading;

/// <summary>Where an object began: its size is what was read since.</summary>
/// <param name="Elements">Elements read before it.</param>
/// <param name="Bytes">Bytes read before it.</param>
internal readonly record struct ObjectLimits(long Elements, long Bytes)
{
    public static readonly ObjectLimits None = new(-1, -1);

    public bool IsCounting => Elements >= 0;

    /// <summary>As if what was read in between, by an object within this one, did not belong to it.</summary>
    public ObjectLimits Shifted(long elements, long bytes) => IsCounting ? new ObjectLimits(Elements + elements, Bytes + bytes) : this;
}
