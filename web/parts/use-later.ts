import { useEffect, useState } from 'preact/hooks';

/**
 * The value, a moment after the frame that shows it elsewhere: for what takes long to paint and stands below what people look
 * at while they drag. Values that are overtaken before their moment are never painted.
 */
export function useLater<T>(value: T): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value));
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}
