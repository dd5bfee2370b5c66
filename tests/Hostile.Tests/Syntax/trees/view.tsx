export const View = <T,>({ items }: Props<T>) => (
  <>
    <List<T> data-id="a&amp;b" key='k' {...rest} render={(x) => <Item.Row x={x} />} on={async () => { await save() }}>
      text // not a comment {/* a comment */} {...items} <svg:path d={`M${x}`} /> it's
    </List>
  </>
);
