import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** Whether the phone has a network; a connection may still fail. */
export const useNetwork = create<{ isOnline: boolean }>()(() => ({ isOnline: true }))

let isWatching = false

/** Starts watching; called once by the app. Single-page mode and old hosts may lack the call. */
export function watchNetwork(): void {
  if (isWatching) return
  isWatching = true
  Taro.onNetworkStatusChange?.(({ isConnected }) => useNetwork.setState({ isOnline: isConnected }))
  Taro.getNetworkType({
    success: ({ networkType }) => useNetwork.setState({ isOnline: networkType !== 'none' }),
  })
}

/** Calls back each time the network returns; answers how to stop. */
export function onBackOnline(callback: () => void): () => void {
  return useNetwork.subscribe((now, before) => {
    if (now.isOnline && !before.isOnline) callback()
  })
}
